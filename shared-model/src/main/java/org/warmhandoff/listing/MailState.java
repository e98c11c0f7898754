package org.warmhandoff.listing;

/** What the people behind a referral address want and whether mail reaches them. Kept per address, for every listing that uses it. */
public enum MailState {
    SUBSCRIBED,
    UNSUBSCRIBED,
    /** A hard bounce or a complaint came back; over when an administrator saves an address. */
    BOUNCING
}
