/** What mail and text providers have in common: which of their failures leave a message certainly unsent. */
package org.warmhandoff.adapters.provider;
