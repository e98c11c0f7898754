package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Network;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;

/**
 * {@code LISTING#<id>}: a program that clients are referred to.
 *
 * <p>The row is all that the directory shows, mail address and state included. What decisions rest on stands outside it too:
 * {@code version}, {@code mail} (address, state, epoch, what is pending or undoable) and {@code mailVersion}, which stands alone because
 * DynamoDB counts only there. Whoever changes the mail changes it in both places: {@link MailWrites}.
 */
final class ListingItem {

    static final String MAIL = "mail";
    static final String MAIL_STATE = "mail.state";
    static final String MAIL_EPOCH = "mail.epoch";
    static final String MAIL_ADDRESS = "mail.address";
    static final String MAIL_VERSION = "mailVersion";
    static final String VERSION = "version";
    static final String ROW_MAIL = TableDefinition.ROW + "." + MAIL;
    static final String ROW_MAIL_STATE = ROW_MAIL + ".state";
    static final String ROW_ORGANIZATION = TableDefinition.ROW + ".organization";
    static final String ROW_ORGANIZATION_NAME = TableDefinition.ROW + ".organizationName";
    private static final String TYPE = "LISTING";
    private static final int FORMAT = 1;

    private ListingItem() {}

    static Key key(ListingId id) {
        return Keys.listing(id);
    }

    static Attributes toItem(Listing listing) {
        String place = Keys.byName(listing.program(), listing.id().value());
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .put(VERSION, listing.version())
                .put(MAIL, mail(listing.mail()))
                .put(MAIL_VERSION, listing.mail().version())
                .index(Index.G1, Keys.DIRECTORY, place)
                .index(Index.G2, Keys.listingsOf(listing.organization()), place)
                .row(row(listing))
                .build();
    }

    static Attributes mail(ReferralMail mail) {
        return shown(mail)
                .and()
                .put("pending", mail.pending().map(pending -> address(pending.address(), "askedAt", pending.askedAt())))
                .put(
                        "undoable",
                        mail.undoable().map(undoable -> address(undoable.address(), "changedAt", undoable.changedAt())))
                .build();
    }

    /** As much of the mail settings as the row holds. */
    static Attributes shown(ReferralMail mail) {
        return Attributes.with()
                .put("address", mail.address().map(EmailAddress::value))
                .put("state", mail.state())
                .put("epoch", mail.epoch())
                .build();
    }

    private static Attributes address(EmailAddress address, String when, Instant at) {
        return Attributes.with().put("address", address.value()).put(when, at).build();
    }

    private static Attributes row(Listing listing) {
        return Attributes.with()
                .put("id", listing.id().value())
                .put("program", listing.program())
                .put("organization", listing.organization().value())
                .put("organizationName", listing.organizationName())
                .put("network", listing.network())
                .put("needs", listing.needs().stream().sorted().toList())
                .put("description", listing.description())
                .put("address", listing.address())
                .put("addressHidden", listing.addressHidden())
                .put("zip", listing.zip())
                .put("timeZone", listing.timeZone().getId())
                .put("hours", listing.hours())
                .put("phones", listing.phones())
                .put("languages", listing.languages())
                .put("eligibility", listing.eligibility())
                .put("howToApply", listing.howToApply())
                .put("documents", listing.documents())
                .put("website", listing.website())
                .put("paused", listing.paused())
                .put("safety", listing.safety())
                .put("part2", listing.part2())
                .put("victimServices", listing.victimServices())
                .put(VERSION, listing.version())
                .put(MAIL, shown(listing.mail()))
                .build();
    }

    static Listing fromItem(Item item) {
        Attributes all = item.attributes();
        return fromRow(item, mail(all.attributes(MAIL), all.integer(MAIL_VERSION)));
    }

    /** As an index gives it: the mail's version, and what is pending or undoable, are not in a row. For showing, never for saving. */
    static Listing fromIndex(Item item) {
        return fromRow(item, mail(item.row().attributes(MAIL), 0));
    }

    private static Listing fromRow(Item item, ReferralMail mail) {
        Attributes row = item.row();
        return new Listing(
                new ListingId(row.string("id")),
                row.string("program"),
                new OrganizationId(row.string("organization")),
                row.string("organizationName"),
                row.one(Network.class, "network"),
                needs(row),
                row.string("description"),
                row.string("address"),
                row.flag("addressHidden"),
                row.string("zip"),
                ZoneId.of(row.string("timeZone")),
                row.string("hours"),
                row.strings("phones"),
                row.strings("languages"),
                row.string("eligibility"),
                row.string("howToApply"),
                row.string("documents"),
                row.string("website"),
                row.flag("paused"),
                row.flag("safety"),
                row.flag("part2"),
                row.flag("victimServices"),
                mail,
                row.integer(VERSION));
    }

    private static Set<Need> needs(Attributes row) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        needs.addAll(row.several(Need.class, "needs"));
        return needs;
    }

    private static ReferralMail mail(Attributes mail, int version) {
        return new ReferralMail(
                mail.optionalString("address").map(EmailAddress::new),
                mail.one(MailState.class, "state"),
                mail.integer("epoch"),
                version,
                mail.optionalAttributes("pending")
                        .map(pending -> new ReferralMail.Pending(
                                new EmailAddress(pending.string("address")), pending.instant("askedAt"))),
                mail.optionalAttributes("undoable")
                        .map(undoable -> new ReferralMail.Undoable(
                                new EmailAddress(undoable.string("address")), undoable.instant("changedAt"))));
    }

    static Optional<Listing> in(Map<Key, Item> read, ListingId id) {
        return Optional.ofNullable(read.get(key(id))).map(ListingItem::fromItem);
    }

    /** The whole listing over that which was read before, or as a new one. */
    static Write put(Optional<Listing> before, Listing after) {
        return Write.put(key(after.id()), toItem(after))
                .onlyIf(before.map(ListingItem::unchanged).orElseGet(Condition::itemAbsent));
    }

    private static Condition unchanged(Listing listing) {
        return Condition.is(VERSION, listing.version())
                .and(Condition.is(MAIL_VERSION, listing.mail().version()));
    }
}
