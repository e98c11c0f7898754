package org.warmhandoff.actions.savemember;

import java.util.Optional;
import org.warmhandoff.adapters.resources.MemberFields;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;
import org.warmhandoff.organization.Organization;

/**
 * Changes a member. What the table says is in force at once, at the very next call; the sign-in follows, and saving the same again
 * repairs one that did not.
 */
final class SaveMember {

    private final Roster roster;
    private final SignIns signIns;

    SaveMember(Roster roster, SignIns signIns) {
        this.roster = roster;
        this.signIns = signIns;
    }

    sealed interface Outcome {}

    record Saved(Member member) implements Outcome {}

    record LastAdministrator() implements Outcome {}

    record Contended() implements Outcome {}

    Outcome save(Member by, Member before, Organization organization, MemberFields wanted, Optional<Boolean> active) {
        Member after = new Member(
                before.id(),
                organization.id(),
                wanted.name(),
                wanted.email().map(Object::toString).orElse(before.email()),
                wanted.program(),
                wanted.phone(),
                wanted.roles(),
                active.orElse(before.active()),
                before.seenUntil());
        return switch (roster.save(after, by)) {
            case DONE -> {
                sign(before, after);
                yield new Saved(after);
            }
            case LAST_ADMINISTRATOR -> new LastAdministrator();
            case CHANGED_MEANWHILE -> new Contended();
        };
    }

    private void sign(Member before, Member after) {
        if (!after.active()) {
            signIns.disable(after.id());
        } else if (!before.active()) {
            signIns.enable(after.id());
        }
    }
}
