package org.warmhandoff.local.lambda;

/** The function threw, or ran out of time. */
public final class FunctionFailed extends Exception {

    FunctionFailed(String function, String detail, Throwable cause) {
        super(function + ": " + detail, cause);
    }
}
