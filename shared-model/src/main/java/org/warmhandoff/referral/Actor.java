package org.warmhandoff.referral;

/**
 * Who did something to a referral, as activity shows it.
 *
 * @param name what is shown: a member's name, a program, or a role; never a client's name
 */
public record Actor(Kind kind, String name) {

    /** What kind of hand it was. */
    public enum Kind {
        MEMBER,
        /** Somebody at the receiving program, by an email's link: no account, so no name. */
        RECEIVER,
        CLIENT,
        SYSTEM
    }

    public static final Actor CLIENT = new Actor(Kind.CLIENT, "Client");
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "Warm Handoff");

    public static Actor member(String name) {
        return new Actor(Kind.MEMBER, name);
    }

    public static Actor staffOf(String program) {
        return new Actor(Kind.RECEIVER, "Staff of " + program);
    }
}
