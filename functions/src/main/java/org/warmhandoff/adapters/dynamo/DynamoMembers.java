package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Members;
import org.warmhandoff.organization.Organization;

/** Members, one call each. */
public final class DynamoMembers implements Members {

    private final Table table;

    public DynamoMembers(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return table.get(MemberItem.key(id)).map(MemberItem::fromItem);
    }

    @Override
    public Organization organizationOf(Member member) {
        return table.get(OrganizationItem.key(member.organization()))
                .map(OrganizationItem::fromItem)
                .orElseThrow(() -> new IllegalStateException("a member without organization"));
    }

    @Override
    public void seen(MemberId id, Instant until) {
        table.write(Write.update(MemberItem.key(id))
                .set(MemberItem.SEEN_UNTIL, until)
                .onlyIf(Condition.itemExists()));
    }
}
