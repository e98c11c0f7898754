package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.Box;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Status;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.words.Words;

/**
 * The contents page of the table: every format of a key, of the table and of its indexes. Nothing else puts a key together.
 *
 * <p>Parts are separated by {@code #}. What stands between them comes from us or is hashed, or is the last part.
 */
public final class Keys {

    /** How many partitions what is owed is spread over. The number may only grow. */
    public static final int DUE_SHARDS = 8;

    private Keys() {}

    /** A sort key for lists by name: alike names by id. */
    public static String byName(String name, String id) {
        return String.join(" ", Words.of(name)) + "#" + id;
    }

    // Members: MEMBER#<sub> / MEMBER, G1 MEMBERS / name#sub

    public static final String MEMBERS = "MEMBERS";

    public static Key member(MemberId member) {
        return new Key("MEMBER#" + member.value(), "MEMBER");
    }

    // Organizations: ORG#<id> / ORG, G1 ORGS / name#id

    public static final String ORGANIZATIONS = "ORGS";

    public static Key organization(OrganizationId organization) {
        return new Key("ORG#" + organization.value(), "ORG");
    }

    // Clients: CLIENT#<org>#<id> / CLIENT, G1 ORG#<org>#CLIENTS / family given#id; their words ORG#<org>#NAME / <folded
    // word>#<id>

    public static String clientsOf(OrganizationId organization) {
        return "ORG#" + organization.value() + "#CLIENTS";
    }

    public static Key client(OrganizationId organization, ClientId client) {
        return new Key(clientPartition(organization, client), "CLIENT");
    }

    public static String clientPartition(OrganizationId organization, ClientId client) {
        return "CLIENT#" + organization.value() + "#" + client.value();
    }

    public static String clientWords(OrganizationId organization) {
        return "ORG#" + organization.value() + "#NAME";
    }

    public static Key clientWord(OrganizationId organization, String foldedWord, ClientId client) {
        return new Key(clientWords(organization), foldedWord + "#" + client.value());
    }

    // Listings: LISTING#<id> / LISTING, G1 DIR / program#id, G2 ORG#<org>#LISTINGS / program#id; the directory's
    // version DIR / VERSION;
    // referral addresses MAILBOX#<sha256> / MAILBOX; requests for updates REQ#<id> / REQ, G1 REQUESTS / at#id

    public static final String DIRECTORY = "DIR";
    public static final Key DIRECTORY_VERSION = new Key(DIRECTORY, "VERSION");
    public static final String UPDATE_REQUESTS = "REQUESTS";

    public static Key listing(ListingId listing) {
        return new Key(listingPartition(listing), "LISTING");
    }

    public static String listingPartition(ListingId listing) {
        return "LISTING#" + listing.value();
    }

    public static String listingsOf(OrganizationId organization) {
        return "ORG#" + organization.value() + "#LISTINGS";
    }

    public static Key mailbox(String hash) {
        return new Key("MAILBOX#" + hash, "MAILBOX");
    }

    public static Key updateRequest(String id) {
        return new Key("REQ#" + id, "REQ");
    }

    /** What a listing out of network has not answered, in G1. */
    public static String waiting(ListingId listing) {
        return "LISTING#" + listing.value() + "#WAITING";
    }

    // Referrals: REF#<id> / META (G1, G2 the sender's boxes, G3 by client), / IN (G1, G2 the receiver's), /
    // ACT#<at>#<ulid>

    public static String referralPartition(ReferralId referral) {
        return "REF#" + referral.value();
    }

    public static Key referral(ReferralId referral) {
        return new Key(referralPartition(referral), "META");
    }

    /** The receiver's row. */
    public static Key inbound(ReferralId referral) {
        return new Key(referralPartition(referral), "IN");
    }

    public static final String ACTIVITY = "ACT#";

    public static Key activity(ReferralId referral, Instant at, String ulid) {
        return new Key(referralPartition(referral), ACTIVITY + newest(at, ulid));
    }

    /** G1. */
    public static String box(OrganizationId organization, Box box) {
        return "ORG#" + organization.value() + "#" + box.name();
    }

    /** G2. */
    public static String box(OrganizationId organization, Box box, Status status) {
        return box(organization, box) + "#" + status.name();
    }

    /** G3: a client's referrals in one of the sender's boxes. */
    public static String boxOfClient(OrganizationId organization, ClientId client, Box box) {
        return clientPartition(organization, client) + "#" + box.name();
    }

    /** A sort key by time, then by id: read backward it lists the newest first. */
    public static String newest(Instant at, String id) {
        return Stamp.of(at) + "#" + id;
    }

    // Messages: REF#<id> / MSG#MAIL#<epoch> and MSG#FU#<share>#<E|S>; SHARE#<id> / MSG#FIRST#<E|S>;
    // LISTING#<id>, CLIENT#... and CH#... / MSG#<kind>#<id>. The names are MessageKey's: queue and tags carry them too.

    public static final String MESSAGE = MessageKey.PREFIX;

    public static Key message(MessageKey message) {
        return new Key(message.owner(), message.name());
    }

    // Shares: SHARE#<id> / SHARE

    public static String sharePartition(ShareId share) {
        return "SHARE#" + share.value();
    }

    public static Key share(ShareId share) {
        return new Key(sharePartition(share), "SHARE");
    }

    // Channels: CH#<E|S>#<hmac> / CH, / SHARE#<id>, / ASK#<at>#<message>

    /** @param letter E for an email address, S for a number */
    public static String channelPartition(char letter, String hash) {
        return "CH#" + letter + "#" + hash;
    }

    public static Key channel(String partition) {
        return new Key(partition, "CH");
    }

    public static final String CHANNEL_SHARE = "SHARE#";

    public static Key channelShare(String partition, ShareId share) {
        return new Key(partition, CHANNEL_SHARE + share.value());
    }

    /** Follow-ups that were asked by text and wait for an answer. */
    public static final String OPEN_QUESTION = "ASK#";

    public static Key openQuestion(String channelPartition, Instant askedAt, String message) {
        return new Key(channelPartition, OPEN_QUESTION + newest(askedAt, message));
    }

    // Links: LINK#<sha256 of the token> / LINK

    public static Key link(TokenHash token) {
        return new Key("LINK#" + token.value(), "LINK");
    }

    // What was done already: IDEM#<sub>#<route>#<key> / IDEM; SEEN#<event id> / SEEN; PROV#<provider's id> / PROV

    public static Key idempotency(MemberId member, String route, String key) {
        return new Key("IDEM#" + member.value() + "#" + route + "#" + key, "IDEM");
    }

    public static Key seenEvent(String eventId) {
        return new Key("SEEN#" + eventId, "SEEN");
    }

    public static Key providerId(String id) {
        return new Key("PROV#" + id, "PROV");
    }

    /** How many referrals an organization sent on a day, UTC. */
    public static Key referralsOfADay(OrganizationId organization, LocalDate day) {
        return new Key("ORG#" + organization.value(), "SENT#" + day);
    }

    // Counters: MISS#<network>#<window> / MISS, of unknown tokens

    public static Key misses(String network, Instant window) {
        return new Key("MISS#" + network + "#" + Stamp.of(window), "MISS");
    }

    // Limits: what is counted in a window stands beside what it is counted of, COUNT#<what>#<window>

    /** How often an owner did something in a window. */
    public static Key counter(Key owner, String what, Instant window) {
        return new Key(owner.pk(), "COUNT#" + what + "#" + Stamp.of(window));
    }

    // What is owed: DUE DUE#<0..7> / <next look>

    /** The partition of the DUE index that holds an item. */
    public static String due(Key item) {
        return due(Math.floorMod((item.pk() + "#" + item.sk()).hashCode(), DUE_SHARDS));
    }

    public static String due(int shard) {
        return "DUE#" + shard;
    }
}
