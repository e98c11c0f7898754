package org.warmhandoff.local.desk;

/** The caller asked for something that the desk cannot do; answered 422. */
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message, null, false, false);
    }
}
