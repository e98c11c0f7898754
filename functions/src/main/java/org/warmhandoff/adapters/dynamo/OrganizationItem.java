package org.warmhandoff.adapters.dynamo;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/** {@code ORG#<id>}: an organization. Its name stands outside the row too: who copies it checks in the same transaction that it is still so. */
final class OrganizationItem {

    static final String NAME = "name";
    private static final String TYPE = "ORG";
    private static final int FORMAT = 1;

    private OrganizationItem() {}

    static Key key(OrganizationId id) {
        return Keys.organization(id);
    }

    static Attributes toItem(Organization organization) {
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .put(NAME, organization.name())
                .index(
                        Index.G1,
                        Keys.ORGANIZATIONS,
                        Keys.byName(organization.name(), organization.id().value()))
                .row(Attributes.with()
                        .put("id", organization.id().value())
                        .put("name", organization.name())
                        .put("displayName", organization.displayName())
                        .put("timeZone", organization.timeZone().getId())
                        .put("phone", organization.phone())
                        .put("outOfNetworkReferring", organization.outOfNetworkReferring())
                        .put("victimServices", organization.victimServices())
                        .put("part2", organization.part2())
                        .build())
                .build();
    }

    /** From the table or from an index. */
    static Organization fromItem(Item item) {
        Attributes row = item.row();
        return new Organization(
                new OrganizationId(row.string("id")),
                row.string("name"),
                row.string("displayName"),
                ZoneId.of(row.string("timeZone")),
                row.string("phone"),
                row.flag("outOfNetworkReferring"),
                row.flag("victimServices"),
                row.flag("part2"));
    }

    static Optional<Organization> in(Map<Key, Item> read, OrganizationId id) {
        return Optional.ofNullable(read.get(key(id))).map(OrganizationItem::fromItem);
    }
}
