package org.warmhandoff.referral;

/** What came of trying to move a referral. Only {@link Referral} makes the next state. */
public sealed interface Move {

    /** @param line the activity that records it; it carries the move's number */
    record Moved(Referral referral, Activity line) implements Move {}

    /** The same answer again: the same confirmation, and nothing changes. */
    record Unchanged(Referral referral) implements Move {}

    /** The state forbids it. */
    record Refused(Referral state) implements Move {}
}
