package org.warmhandoff.member;

import org.warmhandoff.contact.EmailAddress;

/** Where people sign in. It proves who somebody is, and decides nothing else. */
public interface SignIns {

    /** How making a sign-in ended. */
    sealed interface Created {
        /** The new sign-in; its owner is sent an invitation. */
        record New(MemberId id) implements Created {}

        /** The address signs in already: somebody's, or left over from a request that died half way. */
        record Known(MemberId id) implements Created {}
    }

    Created create(String name, EmailAddress email);

    /** Nobody signs in with it from now on. */
    void disable(MemberId id);

    void enable(MemberId id);
}
