package org.warmhandoff.adapters.dynamo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** The members of the whole network. */
public final class DynamoRoster implements Roster {

    private final Table table;
    private final InstantSource clock;

    public DynamoRoster(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Page<Listed> list(Optional<String> from, int limit) {
        var page = table.query(Query.of(Index.G1, Keys.MEMBERS).limit(limit).from(from.map(Position::parse)));
        List<Member> members = page.items().stream().map(MemberItem::fromItem).toList();
        Map<Key, Item> organizations = Batches.read(
                table,
                members.stream()
                        .map(Member::organization)
                        .map(OrganizationItem::key)
                        .toList());
        return new Page<>(
                members.stream()
                        .flatMap(member -> listed(member, organizations).stream())
                        .toList(),
                page.next().map(Position::cursor));
    }

    private static Optional<Listed> listed(Member member, Map<Key, Item> organizations) {
        return OrganizationItem.in(organizations, member.organization())
                .map(organization -> new Listed(member, organization));
    }

    @Override
    public ReadBy<BeforeAdding> beforeAdding(
            MemberId caller, Optional<OrganizationId> organization, Optional<Attempt> attempt) {
        return Reading.by(caller)
                .and(organization.map(OrganizationItem::key).stream().toList())
                .and(attempt.map(IdempotencyItem::key).stream().toList())
                .from(table)
                .map(read -> new BeforeAdding(
                        organization.flatMap(id -> OrganizationItem.in(read, id)),
                        IdempotencyItem.in(read, attempt, clock.instant())));
    }

    @Override
    public ReadBy<BeforeSaving> beforeSaving(MemberId caller, MemberId id, Optional<OrganizationId> organization) {
        return Reading.by(caller)
                .and(MemberItem.key(id))
                .and(organization.map(OrganizationItem::key).stream().toList())
                .from(table)
                .map(read -> new BeforeSaving(
                        MemberItem.in(read, id), organization.flatMap(known -> OrganizationItem.in(read, known))));
    }

    @Override
    public Optional<Listed> find(MemberId id) {
        return table.get(MemberItem.key(id))
                .map(MemberItem::fromItem)
                .flatMap(member -> listed(member, table.getAll(List.of(OrganizationItem.key(member.organization())))));
    }

    @Override
    public boolean add(Member member, Optional<Attempt> attempt) {
        List<Write> writes = new ArrayList<>();
        writes.add(Write.create(MemberItem.key(member.id()), MemberItem.toItem(member)));
        attempt.ifPresent(
                made -> writes.add(IdempotencyItem.put(made, List.of(member.id().value()), clock.instant())));
        return table.write(writes).done();
    }

    @Override
    public Saved save(Member member, Member by) {
        List<Write> writes = new ArrayList<>();
        writes.add(MemberItem.save(member));
        if (!member.may(Role.ADMINISTRATOR)) {
            Optional<MemberId> remaining =
                    member.id().equals(by.id()) ? administratorBeside(member) : Optional.of(by.id());
            if (remaining.isEmpty()) {
                return Saved.LAST_ADMINISTRATOR;
            }
            // Two administrators who put each other or themselves out at once: one of the transactions fails here.
            writes.add(Write.check(MemberItem.key(remaining.get()), Condition.is(MemberItem.ADMINISTRATOR, true)));
        }
        return table.write(writes).done() ? Saved.DONE : Saved.CHANGED_MEANWHILE;
    }

    private Optional<MemberId> administratorBeside(Member member) {
        Optional<Position> from = Optional.empty();
        do {
            var page = table.query(Query.of(Index.G1, Keys.MEMBERS).from(from));
            Optional<MemberId> other = page.items().stream()
                    .map(MemberItem::fromItem)
                    .filter(each -> each.may(Role.ADMINISTRATOR))
                    .map(Member::id)
                    .filter(id -> !id.equals(member.id()))
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
            from = page.next();
        } while (from.isPresent());
        return Optional.empty();
    }
}
