package org.warmhandoff.referral;

import java.util.Optional;

/**
 * What stood in the way, for those who want to say so after a No. Never asked for, and never changes the status.
 *
 * <p>The kinds are those of the systematic review of referral programs in JABFM (what kept people from the services that
 * they were referred to), in the words a client would use.
 */
public enum Barrier {
    WAITING("I am still waiting, or they had no room"),
    NOT_REACHED("I could not reach them"),
    NOT_ELIGIBLE("They said I do not qualify"),
    DID_NOT_KNOW_HOW("I did not know how to start"),
    NO_WAY_THERE("I could not get there, or the hours did not work"),
    OTHER("Something else");

    private final String label;

    Barrier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Barrier> ofCode(String code) {
        for (Barrier barrier : values()) {
            if (barrier.name().equals(code)) {
                return Optional.of(barrier);
            }
        }
        return Optional.empty();
    }
}
