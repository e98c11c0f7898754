package org.warmhandoff.adapters.dynamo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationBook;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.organization.Organizations;
import org.warmhandoff.paging.Page;

/** The organizations of the network. */
public final class DynamoOrganizationBook implements OrganizationBook, Organizations {

    /** Renamed at once: small transactions seldom meet another. */
    private static final int LISTINGS_AT_ONCE = 25;

    private final Table table;
    private final InstantSource clock;

    public DynamoOrganizationBook(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Page<Organization> list(Optional<String> from, int limit) {
        var page =
                table.query(Query.of(Index.G1, Keys.ORGANIZATIONS).limit(limit).from(from.map(Position::parse)));
        return new Page<>(
                page.items().stream().map(OrganizationItem::fromItem).toList(),
                page.next().map(Position::cursor));
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return table.get(OrganizationItem.key(id)).map(OrganizationItem::fromItem);
    }

    @Override
    public ReadBy<Optional<Organization>> find(MemberId caller, Optional<OrganizationId> id) {
        return Reading.by(caller)
                .and(id.map(OrganizationItem::key).stream().toList())
                .from(table)
                .map(read -> id.flatMap(known -> OrganizationItem.in(read, known)));
    }

    @Override
    public void save(Organization organization) {
        table.write(Write.put(OrganizationItem.key(organization.id()), OrganizationItem.toItem(organization)));
        // All of them by what the index says now, not only after a change of name: that repairs a rename that died half
        // way.
        List<Listing> stale = table.queryAll(Query.of(Index.G2, Keys.listingsOf(organization.id()))).stream()
                .map(ListingItem::fromIndex)
                .filter(listing -> !listing.organizationName().equals(organization.name()))
                .toList();
        for (int from = 0; from < stale.size(); from += LISTINGS_AT_ONCE) {
            rename(stale.subList(from, Math.min(from + LISTINGS_AT_ONCE, stale.size())), organization);
        }
    }

    private void rename(List<Listing> listings, Organization organization) {
        List<Write> writes = new ArrayList<>();
        listings.forEach(listing -> writes.add(Write.update(ListingItem.key(listing.id()))
                .set(ListingItem.ROW_ORGANIZATION_NAME, organization.name())
                .onlyIf(Condition.is(
                        ListingItem.ROW_ORGANIZATION, organization.id().value()))));
        writes.add(DirectoryItem.raise(clock.instant()));
        if (!table.write(writes).done() && listings.size() > 1) {
            // One of them went to another organization meanwhile; the others are still ours.
            listings.forEach(listing -> rename(List.of(listing), organization));
        }
    }
}
