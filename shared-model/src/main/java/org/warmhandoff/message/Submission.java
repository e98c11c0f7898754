package org.warmhandoff.message;

import java.time.Duration;
import java.util.Optional;

/** What a provider said to a message. Which of these it is decides whether a second try is safe, so in doubt it is {@link Unknown}. */
public sealed interface Submission {

    /** It has it. */
    record Accepted(String providerId) implements Submission {}

    /** It certainly does not have it, and may take it later: throttled, over quota, no connection. */
    record NotTaken(Optional<Duration> pause) implements Submission {}

    /**
     * It will never take it.
     *
     * @param detail in words for the sender of the referral; nobody's address
     */
    record Refused(String detail) implements Submission {}

    /** It will never take it, because who it is for opted out at the carrier. */
    record OptedOut() implements Submission {}

    /** The reply was lost, or says nothing: it may have it. */
    record Unknown() implements Submission {}
}
