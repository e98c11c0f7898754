package org.warmhandoff.adapters.http;

/** A request that cannot be answered as it stands: thrown while it is read, turned into its problem by {@link Http}. */
public class RequestRefused extends RuntimeException {

    private final transient Problem problem;

    public RequestRefused(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
