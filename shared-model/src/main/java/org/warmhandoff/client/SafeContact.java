package org.warmhandoff.client;

import java.util.Objects;

/**
 * How this client may be reached. {@code doNotContact} stops every message of ours at once, whatever was promised before;
 * the notes (whom to ask for, when not to call) are the own organization's and are shown to no receiver, in network or out.
 */
public record SafeContact(boolean doNotContact, String notes) {

    public static final SafeContact ANY_WAY = new SafeContact(false, "");

    public SafeContact {
        Objects.requireNonNull(notes);
    }
}
