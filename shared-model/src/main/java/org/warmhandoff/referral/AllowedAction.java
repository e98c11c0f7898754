package org.warmhandoff.referral;

/** What a member may do with a referral now. The hosted UI shows these and knows no rule of its own. */
public enum AllowedAction {
    REVIEW,
    ACCEPT,
    REJECT,
    UNDO,
    WITHDRAW,
    ARCHIVE,
    RESTORE,
    SHARE
}
