package org.warmhandoff.adapters.dynamo;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.OrganizationId;

/**
 * {@code MEMBER#<sub>}: somebody who signs in.
 *
 * <p>{@code administrator} repeats what role and activity say together, so that a transaction can ask for it; {@code seenUntil} stands
 * outside the row, since marking answers as seen is no change of the member list.
 */
final class MemberItem {

    static final String ADMINISTRATOR = "administrator";
    static final String SEEN_UNTIL = "seenUntil";
    private static final String TYPE = "MEMBER";
    private static final int FORMAT = 1;

    private MemberItem() {}

    static Key key(MemberId id) {
        return Keys.member(id);
    }

    static Attributes toItem(Member member) {
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .put(ADMINISTRATOR, member.may(Role.ADMINISTRATOR))
                .put(SEEN_UNTIL, member.seenUntil())
                .index(
                        Index.G1,
                        Keys.MEMBERS,
                        Keys.byName(member.name(), member.id().value()))
                .row(row(member))
                .build();
    }

    private static Attributes row(Member member) {
        return Attributes.with()
                .put("id", member.id().value())
                .put("organization", member.organization().value())
                .put("name", member.name())
                .put("email", member.email())
                .put("program", member.program())
                .put("phone", member.phone())
                .put("roles", member.roles().stream().sorted().toList())
                .put("active", member.active())
                .build();
    }

    /** Everything but {@code seenUntil}, which is its owner's alone: a save by an administrator leaves it. */
    static Write.Update save(Member member) {
        return Write.update(key(member.id()))
                .set(ADMINISTRATOR, member.may(Role.ADMINISTRATOR))
                .index(
                        Index.G1,
                        Keys.MEMBERS,
                        Keys.byName(member.name(), member.id().value()))
                .set(TableDefinition.ROW, row(member))
                .onlyIf(Condition.itemExists());
    }

    /** From the table or, without {@code seenUntil}, from an index. */
    static Member fromItem(Item item) {
        Attributes row = item.row();
        return new Member(
                new MemberId(row.string("id")),
                new OrganizationId(row.string("organization")),
                row.string("name"),
                row.string("email"),
                row.string("program"),
                row.string("phone"),
                roles(row),
                row.flag("active"),
                item.attributes().optionalInstant(SEEN_UNTIL));
    }

    private static Set<Role> roles(Attributes row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(row.several(Role.class, "roles"));
        return roles;
    }

    /** The member among what was read together, if it was there. */
    static Optional<Member> in(Map<Key, Item> read, MemberId id) {
        return Optional.ofNullable(read.get(key(id))).map(MemberItem::fromItem);
    }
}
