package org.warmhandoff.adapters.http;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.participant.AgeBand;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.participant.ParticipantHousehold;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.AllowedAction;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.ClientAnswer;
import org.warmhandoff.referral.ClientSnapshot;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.FollowUp;
import org.warmhandoff.referral.History;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Response;
import org.warmhandoff.referral.Shared;

/**
 * A referral on the wire, as one side of it may see it. The two sides read the same truth, but how a client was messaged is nothing to the
 * receiver, and who the client is is nothing to a receiver who has said no.
 */
public final class ReferralJson {

    /** From which side a referral is looked at. A member of both sees it as its sender, with the actions of both. */
    public record View(boolean sender, boolean receiver) {
        public static final View SENDER = new View(true, false);
        public static final View RECEIVER = new View(false, true);

        /** The fields of one side alone, with the actions of both. */
        public View within(View side) {
            return new View(sender && side.sender(), receiver);
        }
    }

    private ReferralJson() {}

    /** The whole referral, as its drawer shows it. */
    public static void write(JsonWriter json, Referral referral, History history, View view) {
        row(json, referral, view);
        boolean client = view.sender() || referral.clientShownToReceiver();
        json.put("notes", client ? Optional.of(referral.notes()) : Optional.empty());
        json.objects("followUps", view.sender() ? history.followUps() : Set.<FollowUp>of(), ReferralJson::followUp);
        json.objects(
                "activity",
                history.activity().stream()
                        .filter(line -> view.sender() || line.audience() == Activity.Audience.BOTH)
                        .toList(),
                (line, activity) -> line.put("at", activity.at())
                        .put("actor", activity.actor().name())
                        .put("text", activity.text()));
    }

    /** What a list shows of it. */
    public static void row(JsonWriter json, Referral referral, View view) {
        boolean client = view.sender() || referral.clientShownToReceiver();
        json.put("id", referral.id().value())
                .put("reference", referral.id().reference())
                .put("status", referral.status())
                .put("statusLabel", referral.status().label())
                .put("response", referral.response().status())
                .put("outcome", referral.outcome().code())
                .put("version", referral.version())
                .put("sentAt", referral.sentAt())
                .put("answeredAt", referral.answeredAt())
                .put("archivedAt", view.sender() ? referral.archivedAt() : Optional.empty())
                .put("network", referral.receiver().network())
                .object(
                        "listing",
                        listing -> listing.put(
                                        "id", referral.receiver().listing().value())
                                .put("program", referral.receiver().program())
                                .object(
                                        "organization",
                                        organization -> organization
                                                .put(
                                                        "id",
                                                        referral.receiver()
                                                                .organization()
                                                                .value())
                                                .put("name", referral.receiver().organizationName())))
                .object(
                        "client",
                        client ? Optional.of(referral.client()) : Optional.<ClientSnapshot>empty(),
                        (JsonWriter who, ClientSnapshot known) -> client(who, known, view))
                .object(
                        "participant",
                        client ? Optional.of(referral.participant()) : Optional.empty(),
                        ReferralJson::participant)
                .object(
                        "sender",
                        sender -> sender.object(
                                        "organization",
                                        organization -> organization
                                                .put(
                                                        "id",
                                                        referral.sender()
                                                                .organization()
                                                                .value())
                                                .put("name", referral.sender().organizationName()))
                                .put("program", referral.sender().program())
                                .object(
                                        "caseworker",
                                        caseworker -> caseworker
                                                .put("name", referral.sender().caseworkerName())
                                                .put("email", referral.sender().caseworkerEmail())
                                                .put("phone", referral.sender().caseworkerPhone())))
                .object("decision", referral.response().decided(), ReferralJson::decision)
                .object("delivery", referral.delivery(), ReferralJson::delivery)
                .object(
                        "clientAnswer",
                        referral.clientAnswer().filter(said -> view.sender()),
                        ReferralJson::clientAnswer)
                .values("allowedActions", allowed(referral, view));
        if (view.sender()) {
            json.objects("shares", referral.shares(), ReferralJson::shared);
        }
    }

    private static Collection<AllowedAction> allowed(Referral referral, View view) {
        Set<AllowedAction> open = EnumSet.noneOf(AllowedAction.class);
        if (view.receiver()) {
            open.addAll(referral.openToReceiver());
        }
        if (view.sender()) {
            open.addAll(referral.openToSender());
        }
        return open;
    }

    /** Under which id the sender keeps a client is the sender's own. */
    private static void client(JsonWriter json, ClientSnapshot client, View view) {
        json.put("id", view.sender() ? Optional.of(client.id().value()) : Optional.empty())
                .object(
                        "name",
                        name -> name.put("given", client.name().given())
                                .put("family", client.name().family()))
                .put("birthDate", client.birthDate())
                .put("gender", client.gender())
                .object(
                        "household",
                        household -> household
                                .put("adults", client.household().adults())
                                .values("childrenAges", client.household().childrenAges()))
                .put("language", client.language())
                .put("address", client.address())
                .objects(
                        "emails",
                        client.emails(),
                        (email, address) -> email.put("address", ((EmailAddress) address).value()))
                .objects(
                        "phones",
                        client.phones(),
                        (phone, number) -> phone.put("number", ((PhoneNumber) number).value()));
    }

    /** The participant, as codes and as the words that people read. */
    public static void participant(JsonWriter json, Participant participant) {
        json.put(
                        "ageBand",
                        participant.ageBand() == AgeBand.UNKNOWN
                                ? Optional.empty()
                                : Optional.of(participant.ageBand().label()))
                .put("gender", participant.gender())
                .object("household", participant.household(), ReferralJson::household)
                .put("language", participant.language())
                .put("interpreterNeeded", participant.interpreterNeeded())
                .put("area", participant.area())
                .values("needs", participant.needs())
                .object(
                        "labels",
                        labels -> labels.put("ageBand", participant.ageBandLabel())
                                .put("gender", participant.genderLabel())
                                .put("household", participant.householdLabel())
                                .put("language", participant.languageLabel())
                                .put("area", participant.areaLabel())
                                .put("needs", participant.needsLabel()));
    }

    private static void household(JsonWriter json, ParticipantHousehold household) {
        if (household.large()) {
            json.put("adults", "6+");
        } else {
            json.put("adults", household.adults());
        }
        json.values(
                "children", household.children().stream().map(AgeBand::label).toList());
    }

    private static void decision(JsonWriter json, Response.Decided decided) {
        json.put("kind", decided.status())
                .put("at", decided.at())
                .put("by", decided.by().name());
        switch (decided) {
            case Response.Accepted accepted ->
                json.nothing("reason").nothing("reasonLabel").nothing("details");
            case Response.Rejected rejected ->
                json.put("reason", rejected.reason())
                        .put("reasonLabel", rejected.reason().label())
                        .put(
                                "details",
                                rejected.details().isBlank() ? Optional.empty() : Optional.of(rejected.details()));
        }
    }

    private static void clientAnswer(JsonWriter json, ClientAnswer said) {
        json.put("answer", said.answer())
                .put("at", said.at())
                .put("barrier", said.barrier())
                .put("barrierLabel", said.barrier().map(Barrier::label))
                .put("help", said.help());
    }

    private static void delivery(JsonWriter json, Delivery delivery) {
        json.put("state", delivery.state())
                .put("detail", delivery.detail().isBlank() ? Optional.empty() : Optional.of(delivery.detail()));
    }

    private static void followUp(JsonWriter json, FollowUp followUp) {
        json.put("id", followUp.id())
                .put("channel", followUp.channel())
                .put("dueAt", followUp.dueAt())
                .put("state", followUp.state())
                .put("reason", followUp.closedBecause())
                .put("askedAt", followUp.askedAt())
                .put("answer", followUp.answered().map(said -> said.answer()))
                .put("answeredAt", followUp.answered().map(said -> said.at()));
    }

    private static void shared(JsonWriter json, Shared shared) {
        json.put("shareId", shared.share().value())
                .put("channel", shared.channel())
                .put("at", shared.at())
                .object("delivery", shared.delivery(), ReferralJson::delivery);
    }
}
