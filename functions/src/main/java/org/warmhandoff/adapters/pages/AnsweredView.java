package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What was answered and when, with the way to undo it. Nothing of the participant.
 *
 * @param undo posts to the undo route. With {@link Arrival#JUST_ANSWERED} the page adds {@code confirm=yes} itself and
 *     Undo Now is one press; else it asks for a tick
 * @param accepted false: rejected
 * @param answeredBy who answered, in words ({@code the link in our email to i•••@example.org}); may be empty
 * @param reasonLabel of a rejection
 * @param details of a rejection; may be empty
 */
public record AnsweredView(
        Form undo,
        Arrival arrival,
        boolean accepted,
        String reference,
        String program,
        Instant answeredAt,
        String answeredBy,
        String reasonLabel,
        String details,
        SenderView sender,
        ZoneId zone) {
    /** How the visitor came to this page. */
    public enum Arrival {
        JUST_ANSWERED,
        LATER,
        /** Somebody was faster: the visitor's own answer changed nothing. */
        OVERTAKEN
    }
}
