package org.warmhandoff.referral;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One line of a referral's Recent Activity: when, who, what. Never changed and never removed.
 *
 * @param move the number of the move that this line records; lines about delivery and filing have none
 * @param audience who reads it; how and whether a client was messaged is nothing to the receiver
 */
public record Activity(Instant at, Actor actor, String text, OptionalInt move, Audience audience) {

    /** Who reads a line. */
    public enum Audience {
        BOTH,
        SENDER
    }

    public static Activity move(int number, Instant at, Actor actor, String text) {
        return new Activity(at, actor, text, OptionalInt.of(number), Audience.BOTH);
    }

    /** A fact that changes no state and is for the sender alone. */
    public static Activity fact(Instant at, Actor actor, String text) {
        return new Activity(at, actor, text, OptionalInt.empty(), Audience.SENDER);
    }
}
