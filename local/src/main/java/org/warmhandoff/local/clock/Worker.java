package org.warmhandoff.local.clock;

/** Does what is to be done now: reads the stream, delivers what is on a queue, fires what is due. */
@FunctionalInterface
public interface Worker {

    /** Does what is there, and answers whether there was anything. Waits for whoever is at it already. */
    boolean work();
}
