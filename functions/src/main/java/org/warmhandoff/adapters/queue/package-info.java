/** The queue of the one sender. */
package org.warmhandoff.adapters.queue;
