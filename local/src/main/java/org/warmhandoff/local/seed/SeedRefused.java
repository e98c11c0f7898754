package org.warmhandoff.local.seed;

/** The API did not take what the seed wrote: seed and API have grown apart. */
public final class SeedRefused extends RuntimeException {

    SeedRefused(String message) {
        super(message);
    }
}
