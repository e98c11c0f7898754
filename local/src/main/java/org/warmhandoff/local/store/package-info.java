/** What the local system keeps between two runs, as JSON files under {@code .local/}. */
package org.warmhandoff.local.store;
