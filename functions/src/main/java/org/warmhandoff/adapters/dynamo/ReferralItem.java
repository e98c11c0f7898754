package org.warmhandoff.adapters.dynamo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.participant.AgeBand;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.participant.ParticipantHousehold;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.Box;
import org.warmhandoff.referral.ClientAnswer;
import org.warmhandoff.referral.ClientSnapshot;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.Outcome;
import org.warmhandoff.referral.Receiver;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.RejectReason;
import org.warmhandoff.referral.Response;
import org.warmhandoff.referral.Sender;
import org.warmhandoff.referral.Shared;
import org.warmhandoff.share.ShareId;

/**
 * A referral in the table. {@code REF#id / META} is the referral; everything that a list shows is its map {@code row}, so a list is a
 * query of an index and nothing else. {@code REF#id / IN} is the receiver's side of it: the row of an in-network inbox, or, out of
 * network, the mark that a listing still has it to answer.
 *
 * <p>A move sets single attributes of the row and asks for the version that it read. Delivery, shares and answers set others, so they
 * and a move do not undo each other and do not wait for each other.
 */
public final class ReferralItem {

    static final String VERSION = "row.version";

    private ReferralItem() {}

    /** Where the table keeps a referral. */
    public static Key key(ReferralId id) {
        return Keys.referral(id);
    }

    // ---- writing

    /** A new referral with both its sides; its activity and messages are other items of the same transaction. */
    static List<Write> created(Referral referral) {
        Attributes row = row(referral);
        Attributes.Builder meta = Attributes.with().row(row).put("notes", referral.notes());
        boxes(referral).forEach(place -> meta.index(place.index(), place.partition(), place.sort()));
        Attributes.Builder in = Attributes.with();
        if (referral.inNetwork()) {
            in.row(row).put("notes", referral.notes());
        }
        inboxes(referral).forEach(place -> in.index(place.index(), place.partition(), place.sort()));
        return List.of(
                Write.create(Keys.referral(referral.id()), meta.build()),
                Write.create(Keys.inbound(referral.id()), in.build()));
    }

    /** What a move or a filing changes, on both sides, provided that the referral still has the version that was read. */
    static List<Write> changed(Referral before, Referral after) {
        Write.Update meta = state(Write.update(Keys.referral(after.id())), after);
        for (Place place : boxes(after)) {
            meta = meta.index(place.index(), place.partition(), place.sort());
        }
        List<Write> writes = new ArrayList<>();
        writes.add(meta.onlyIf(Condition.is(VERSION, before.version())));
        Write.Update in = Write.update(Keys.inbound(after.id()));
        if (after.inNetwork()) {
            in = state(in, after);
        }
        List<Place> inboxes = inboxes(after);
        if (inboxes.isEmpty()) {
            in = in.unindex(Index.G1);
        }
        for (Place place : inboxes) {
            in = in.index(place.index(), place.partition(), place.sort());
        }
        writes.add(in.onlyIf(Condition.itemExists()));
        return writes;
    }

    /** What a client's answer changes, provided that nothing else changed what it was decided on. */
    public static List<Write> answered(Referral before, Referral after) {
        List<Write> writes = new ArrayList<>(changed(before, after));
        Condition sameAnswer = before.clientAnswer()
                .map(said -> Condition.is("row.answer.number", said.number()))
                .orElse(Condition.absent("row.answer"));
        Write meta = writes.getFirst();
        writes.set(0, meta.onlyIf(meta.condition().and(sameAnswer)));
        return writes;
    }

    /** What became of the mail that carries it; whoever says less than is known already changes nothing. */
    public static Write.Update delivered(ReferralId id, Delivery delivery) {
        return Write.update(Keys.referral(id))
                .set("row.delivery", delivery(delivery))
                .onlyIf(Condition.itemExists());
    }

    /** That a referral is shared by these channels now: refused if it ever was by any of them, or is closed. */
    public static Write.Update shared(ReferralId id, List<Shared> shares) {
        Write.Update update = Write.update(Keys.referral(id));
        Condition condition = Condition.is("row.outcome.kind", "OPEN");
        for (Shared shared : shares) {
            String path = "row.shares." + letter(shared.channel());
            update = update.set(path, shared(shared));
            condition = condition.and(Condition.absent(path));
        }
        return update.onlyIf(condition);
    }

    /** What became of the first message of a share. */
    public static Write.Update shareDelivered(ReferralId id, ChannelKind channel, Delivery delivery) {
        String path = "row.shares." + letter(channel);
        return Write.update(Keys.referral(id))
                .set(path + ".delivery", delivery(delivery))
                .onlyIf(Condition.present(path));
    }

    private static Write.Update state(Write.Update update, Referral after) {
        return update.set("row.version", after.version())
                .set("row.status", after.status())
                .set("row.response", response(after.response()))
                .set("row.outcome", outcome(after.outcome()))
                .set("row.answer", after.clientAnswer().map(ReferralItem::answer))
                .set("row.archivedAt", after.archivedAt());
    }

    static String letter(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> "E";
            case SMS -> "S";
        };
    }

    // ---- where lists find it

    private record Place(Index index, String partition, String sort) {}

    /** The sender's lists. */
    private static List<Place> boxes(Referral referral) {
        Box box = referral.archivedAt().isPresent() ? Box.HISTORY : Box.OUTBOUND;
        OrganizationId sender = referral.sender().organization();
        String sort = sort(referral);
        return List.of(
                new Place(Index.G1, Keys.box(sender, box), sort),
                new Place(Index.G2, Keys.box(sender, box, referral.status()), sort),
                new Place(Index.G3, Keys.boxOfClient(sender, referral.client().id(), box), sort));
    }

    /** The receiver's: an in-network inbox, or what a listing has not answered yet. */
    private static List<Place> inboxes(Referral referral) {
        String sort = sort(referral);
        if (referral.inNetwork()) {
            OrganizationId receiver = referral.receiver().organization();
            return List.of(
                    new Place(Index.G1, Keys.box(receiver, Box.INBOUND), sort),
                    new Place(Index.G2, Keys.box(receiver, Box.INBOUND, referral.status()), sort));
        }
        boolean waiting = referral.outcome().open() && referral.response() instanceof Response.Undecided;
        return waiting
                ? List.of(new Place(Index.G1, Keys.waiting(referral.receiver().listing()), sort))
                : List.of();
    }

    private static String sort(Referral referral) {
        return Keys.newest(referral.sentAt(), referral.id().value());
    }

    // ---- the row

    private static Attributes row(Referral referral) {
        Attributes.Builder shares = Attributes.with();
        referral.shares().forEach(shared -> shares.put(letter(shared.channel()), shared(shared)));
        return Attributes.with()
                .put("id", referral.id().value())
                .put("version", referral.version())
                .put("status", referral.status())
                .put("sentAt", referral.sentAt())
                .put("archivedAt", referral.archivedAt())
                .put("sender", sender(referral.sender()))
                .put("receiver", receiver(referral.receiver()))
                .put("client", client(referral.client()))
                .put("participant", participant(referral.participant()))
                .put(
                        "consent",
                        Attributes.with()
                                .put("at", referral.consent().at())
                                .put("by", referral.consent().by().value())
                                .put("method", referral.consent().method())
                                .build())
                .put("response", response(referral.response()))
                .put("outcome", outcome(referral.outcome()))
                .put("answer", referral.clientAnswer().map(ReferralItem::answer))
                .put("delivery", delivery(referral.delivery()))
                .put("shares", shares.build())
                .build();
    }

    /** The referral of its own item. */
    public static Referral from(Item item) {
        return from(item.row(), item.attributes().string("notes"));
    }

    /** The referral of a list's row: all but its notes. */
    static Referral fromRow(Item item) {
        return from(item.row(), "");
    }

    private static Referral from(Attributes row, String notes) {
        Attributes consent = row.attributes("consent");
        return new Referral(
                new ReferralId(row.string("id")),
                sender(row.attributes("sender")),
                receiver(row.attributes("receiver")),
                client(row.attributes("client")),
                participant(row.attributes("participant")),
                notes,
                new Consent(
                        consent.instant("at"),
                        new MemberId(consent.string("by")),
                        consent.one(Consent.Method.class, "method")),
                row.instant("sentAt"),
                response(row.attributes("response")),
                outcome(row.attributes("outcome")),
                row.integer("version"),
                row.optionalAttributes("answer").map(ReferralItem::answer),
                row.optionalInstant("archivedAt"),
                delivery(row.attributes("delivery")),
                shares(row.attributes("shares")));
    }

    private static Attributes sender(Sender sender) {
        return Attributes.with()
                .put("organization", sender.organization().value())
                .put("organizationName", sender.organizationName())
                .put("organizationPhone", sender.organizationPhone())
                .put("program", sender.program())
                .put("caseworker", sender.caseworker().value())
                .put("name", sender.caseworkerName())
                .put("email", sender.caseworkerEmail())
                .put("phone", sender.caseworkerPhone())
                .put("zone", sender.zone().getId())
                .put("victimServices", sender.victimServices())
                .put("part2", sender.part2())
                .build();
    }

    private static Sender sender(Attributes from) {
        return new Sender(
                new OrganizationId(from.string("organization")),
                from.string("organizationName"),
                from.string("organizationPhone"),
                from.string("program"),
                new MemberId(from.string("caseworker")),
                from.string("name"),
                from.string("email"),
                from.string("phone"),
                ZoneId.of(from.string("zone")),
                from.flag("victimServices"),
                from.flag("part2"));
    }

    private static Attributes receiver(Receiver receiver) {
        return Attributes.with()
                .put("listing", receiver.listing().value())
                .put("program", receiver.program())
                .put("organization", receiver.organization().value())
                .put("organizationName", receiver.organizationName())
                .put("network", receiver.network())
                .put("zone", receiver.zone().getId())
                .put("unnamed", receiver.unnamed())
                .put("part2", receiver.part2())
                .build();
    }

    private static Receiver receiver(Attributes from) {
        return new Receiver(
                new ListingId(from.string("listing")),
                from.string("program"),
                new OrganizationId(from.string("organization")),
                from.string("organizationName"),
                from.one(Network.class, "network"),
                ZoneId.of(from.string("zone")),
                from.flag("unnamed"),
                from.flag("part2"));
    }

    private static Attributes client(ClientSnapshot client) {
        return Attributes.with()
                .put("id", client.id().value())
                .put("given", client.name().given())
                .put("family", client.name().family())
                .put("birthDate", client.birthDate())
                .put("gender", client.gender())
                .put("adults", client.household().adults())
                .put("children", client.household().childrenAges())
                .put("language", client.language())
                .put("address", client.address())
                .put("emails", client.emails().stream().map(EmailAddress::value).toList())
                .put("phones", client.phones().stream().map(PhoneNumber::value).toList())
                .build();
    }

    private static ClientSnapshot client(Attributes from) {
        return new ClientSnapshot(
                new ClientId(from.string("id")),
                new Name(from.string("given"), from.string("family")),
                from.optionalDate("birthDate"),
                from.one(Gender.class, "gender"),
                new Household(from.integer("adults"), from.integers("children")),
                from.string("language"),
                from.optionalString("address"),
                from.strings("emails").stream().map(EmailAddress::new).toList(),
                from.strings("phones").stream().map(PhoneNumber::new).toList());
    }

    private static Attributes participant(Participant participant) {
        return Attributes.with()
                .put("ageBand", participant.ageBand())
                .put("gender", participant.gender())
                .put(
                        "household",
                        participant
                                .household()
                                .map(household -> Attributes.with()
                                        .put("large", household.large())
                                        .put("adults", household.adults())
                                        .put("children", household.children())
                                        .build()))
                .put("language", participant.language())
                .put("interpreter", participant.interpreterNeeded())
                .put("area", participant.area())
                .put("needs", participant.needs())
                .build();
    }

    private static Participant participant(Attributes from) {
        return new Participant(
                from.one(AgeBand.class, "ageBand"),
                from.optionalOne(Gender.class, "gender"),
                from.optionalAttributes("household")
                        .map(household -> new ParticipantHousehold(
                                household.flag("large"),
                                household.integer("adults"),
                                household.several(AgeBand.class, "children"))),
                from.string("language"),
                from.flag("interpreter"),
                from.optionalString("area"),
                from.several(Need.class, "needs"));
    }

    private static Attributes response(Response response) {
        Attributes.Builder to = Attributes.with().put("kind", response.status());
        return switch (response) {
            case Response.Sent sent -> to.put("since", sent.since()).build();
            case Response.InReview review ->
                to.put("since", review.since())
                        .put("at", review.at())
                        .put("by", actor(review.by()))
                        .build();
            case Response.Accepted accepted ->
                to.put("at", accepted.at())
                        .put("by", actor(accepted.by()))
                        .put("before", response(accepted.before()))
                        .build();
            case Response.Rejected rejected ->
                to.put("at", rejected.at())
                        .put("by", actor(rejected.by()))
                        .put("reason", rejected.reason())
                        .put("details", rejected.details())
                        .put("before", response(rejected.before()))
                        .build();
        };
    }

    private static Response response(Attributes from) {
        return switch (from.string("kind")) {
            case "SENT" -> new Response.Sent(from.instant("since"));
            case "IN_REVIEW" ->
                new Response.InReview(from.instant("since"), from.instant("at"), actor(from.attributes("by")));
            case "ACCEPTED" ->
                new Response.Accepted(from.instant("at"), actor(from.attributes("by")), (Response.Undecided)
                        response(from.attributes("before")));
            case "REJECTED" ->
                new Response.Rejected(
                        from.instant("at"),
                        actor(from.attributes("by")),
                        from.one(RejectReason.class, "reason"),
                        from.string("details"),
                        (Response.Undecided) response(from.attributes("before")));
            default -> throw new IllegalStateException("no response of that kind");
        };
    }

    private static Attributes outcome(Outcome outcome) {
        Attributes.Builder to = Attributes.with().put("kind", outcome.code());
        return switch (outcome) {
            case Outcome.Open open -> to.build();
            case Outcome.ServiceCompleted completed ->
                to.put("at", completed.at()).build();
            case Outcome.Canceled canceled -> to.put("at", canceled.at()).build();
            case Outcome.Withdrawn withdrawn ->
                to.put("at", withdrawn.at()).put("by", actor(withdrawn.by())).build();
        };
    }

    private static Outcome outcome(Attributes from) {
        return switch (from.string("kind")) {
            case "OPEN" -> Outcome.OPEN;
            case "SERVICE_COMPLETED" -> new Outcome.ServiceCompleted(from.instant("at"));
            case "CANCELED" -> new Outcome.Canceled(from.instant("at"));
            case "WITHDRAWN" -> new Outcome.Withdrawn(from.instant("at"), actor(from.attributes("by")));
            default -> throw new IllegalStateException("no outcome of that kind");
        };
    }

    private static Attributes answer(ClientAnswer said) {
        return Attributes.with()
                .put("answer", said.answer())
                .put("at", said.at())
                .put("number", said.number())
                .put("barrier", said.barrier())
                .put("help", said.help())
                .build();
    }

    private static ClientAnswer answer(Attributes from) {
        return new ClientAnswer(
                from.one(Answer.class, "answer"),
                from.instant("at"),
                from.integer("number"),
                from.optionalOne(Barrier.class, "barrier"),
                from.flag("help"));
    }

    static Attributes actor(Actor actor) {
        return Attributes.with()
                .put("kind", actor.kind())
                .put("name", actor.name())
                .build();
    }

    static Actor actor(Attributes from) {
        return new Actor(from.one(Actor.Kind.class, "kind"), from.string("name"));
    }

    private static Attributes delivery(Delivery delivery) {
        return Attributes.with()
                .put("state", delivery.state())
                .put("detail", delivery.detail())
                .build();
    }

    private static Delivery delivery(Attributes from) {
        return new Delivery(from.one(Delivery.State.class, "state"), from.string("detail"));
    }

    private static Attributes shared(Shared shared) {
        return Attributes.with()
                .put("share", shared.share().value())
                .put("at", shared.at())
                .put("delivery", delivery(shared.delivery()))
                .build();
    }

    private static List<Shared> shares(Attributes from) {
        return Stream.of(ChannelKind.values())
                .flatMap(channel -> from.optionalAttributes(letter(channel)).stream()
                        .map(one -> new Shared(
                                new ShareId(one.string("share")),
                                channel,
                                one.instant("at"),
                                delivery(one.attributes("delivery")))))
                .toList();
    }
}
