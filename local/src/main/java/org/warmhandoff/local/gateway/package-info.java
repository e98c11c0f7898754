/** The HTTP API and what stands before it: routes, tokens, events and answers as API Gateway has them, and the static UI. */
package org.warmhandoff.local.gateway;
