package org.warmhandoff.adapters.http;

/** Nobody is signed in. */
public final class Unauthorized extends RequestRefused {
    public Unauthorized() {
        super(Problem.unauthorized());
    }
}
