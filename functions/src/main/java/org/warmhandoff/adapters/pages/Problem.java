package org.warmhandoff.adapters.pages;

/**
 * What is wrong with a form that came back: shown beside its field and in the summary on top. The words are the
 * catalogue's, those of the page first ({@code undo.problem.confirm-missing}, else {@code problem.confirm-missing}).
 */
public enum Problem {
    CONFIRM_MISSING("confirm"),
    CHOICE_MISSING("choice"),
    REASON_MISSING("reason"),
    DETAILS_MISSING("details"),
    DETAILS_TOO_LONG("details"),
    /** The details hold what could tell who the client is. */
    DETAILS_PRIVATE("details"),
    ADDRESS_MISSING("address"),
    ADDRESS_INVALID("address"),
    /** The new address is the one that is used already. */
    ADDRESS_UNCHANGED("address"),
    MESSAGE_MISSING("message"),
    MESSAGE_TOO_LONG("message"),
    ANSWER_MISSING("answer"),
    /** After a No: neither a reason nor the wish for help. */
    BARRIER_MISSING("barrier");

    private final String field;

    Problem(String field) {
        this.field = field;
    }

    /** The name of the form field that the message stands beside. */
    public String field() {
        return field;
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
