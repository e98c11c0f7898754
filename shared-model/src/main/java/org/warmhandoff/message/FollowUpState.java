package org.warmhandoff.message;

/** Where a follow-up stands, as the drawer shows it. */
public enum FollowUpState {
    OWED,
    ASKED,
    ANSWERED,
    CLOSED
}
