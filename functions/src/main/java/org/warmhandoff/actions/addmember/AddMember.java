package org.warmhandoff.actions.addmember;

import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;

/**
 * Adds a member with a sign-in. The two are kept in different places, so the sign-in comes first: when the request dies in between, a
 * sign-in is left that may do nothing, and the next request for the same address finds it and goes on.
 */
final class AddMember {

    sealed interface Outcome {}

    record Added(Member member) implements Outcome {}

    record EmailTaken() implements Outcome {}

    private final SignIns signIns;
    private final Roster roster;

    AddMember(SignIns signIns, Roster roster) {
        this.signIns = signIns;
        this.roster = roster;
    }

    /** The member to be, whose id is the sign-in's. */
    interface Draft {
        Member with(MemberId id);
    }

    Outcome add(String name, EmailAddress email, Draft draft, Optional<Attempt> attempt) {
        Member member = switch (signIns.create(name, email)) {
            case SignIns.Created.New(MemberId id) -> draft.with(id);
            case SignIns.Created.Known(MemberId id) -> draft.with(id);
        };
        // Refused where the sign-in is a member's already: it was somebody's, or a request beside this one was faster.
        return roster.add(member, attempt) ? new Added(member) : new EmailTaken();
    }
}
