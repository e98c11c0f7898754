/** Requests that are sent again because nobody heard the answer. */
package org.warmhandoff.idempotency;
