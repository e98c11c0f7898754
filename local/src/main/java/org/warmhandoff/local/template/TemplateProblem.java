package org.warmhandoff.local.template;

/** The template says something that the local system cannot honor. The message names the place and what to do. */
public final class TemplateProblem extends RuntimeException {

    public TemplateProblem(String where, String what) {
        super(where + ": " + what);
    }
}
