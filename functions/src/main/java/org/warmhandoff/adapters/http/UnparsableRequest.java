package org.warmhandoff.adapters.http;

/** Not JSON, not a form, or not what the headers say that it is. */
public final class UnparsableRequest extends RequestRefused {
    public UnparsableRequest(String detail) {
        super(Problem.unparsable(detail));
    }
}
