package org.warmhandoff.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;

/**
 * Nine days in the life of the network, lived through API, pages and clock: referrals in every state, a client whose first
 * follow-up came and was answered, one that is due soon, a program that wants no more emails, one that asked for an update of its
 * listing, one that wants its emails elsewhere and has not confirmed that yet.
 */
final class History {

    /** How long it takes: who plants it begins this long before now. */
    static final Duration LENGTH = Duration.ofDays(9);

    private final ApiCalls api;
    private final Visitor visitor;
    private final Consumer<Duration> time;
    private final Map<String, String> members;
    private final Supplier<Duration> lived;

    /** @param lived how much time has passed since the beginning */
    History(
            ApiCalls api,
            Visitor visitor,
            Consumer<Duration> time,
            Supplier<Duration> lived,
            Map<String, String> members) {
        this.lived = lived;
        this.api = api;
        this.visitor = visitor;
        this.time = time;
        this.members = members;
    }

    void live() {
        String dana = members.get("dana.ortiz@harbor-family.example.org");
        String priya = members.get("priya.natarajan@harbor-family.example.org");
        String aisha = members.get("aisha.rahman@sound-recovery.example.org");
        String theo = members.get("theo.grant@cedar-legal-aid.example.org");
        String sam = members.get("sam.whitfield@rainier-food-bank.example.org");

        List<String> maria = refer(
                dana,
                "harbor-0001",
                "Two young children; mornings are best. Speaks Spanish at home.",
                "rainier-food-pantry",
                "st-brigid-night-shelter",
                "cedar-eviction-defense");
        share(dana, maria, "maria.lopez@mail.example.org", "+12065550201");
        wait(Duration.ofMinutes(25));
        visitor.answer("intake@st-brigid.example.org", "/r/", "/accept", Map.of("confirm", "yes"));
        act(sam, maria.get(0), "accept");
        wait(Duration.ofHours(3));
        act(theo, maria.get(2), "review");

        List<String> keisha = refer(dana, "harbor-0004", "Needs size 4.", "emerald-diaper-bank", "ballard-job-club");
        share(dana, keisha, "keisha.williams@mail.example.org", null);
        wait(Duration.ofMinutes(50));
        visitor.answer(
                "families@emerald-commons.example.org",
                "/r/",
                "/reject",
                Map.of("reason", "NO_CAPACITY", "details", "We expect a delivery next week."));
        visitor.answer("jobs@ballard-works.example.org", "/r/", "/accept", Map.of("confirm", "yes"));
        visitor.answer("jobs@ballard-works.example.org", "/m/", "", Map.of("choice", "UNSUBSCRIBE"));

        waitUntil(Duration.ofDays(2));
        List<String> ryan = refer("WRITTEN", aisha, "sound-0001", "", List.of("st-brigid-day-center"));
        wait(Duration.ofHours(2));
        visitor.answer("intake@st-brigid.example.org", "/r/", "/accept", Map.of("confirm", "yes"));
        share(aisha, ryan, "ryan.petersen@mail.example.org", null);
        act(theo, maria.get(2), "accept");

        waitUntil(Duration.ofDays(7).plusHours(18));
        visitor.answer("maria.lopez@mail.example.org", "/f/", "", Map.of("answer", "YES"));
        List<String> rosa = refer(priya, "harbor-0005", "Hearing in three weeks.", "cedar-immigration-clinic");
        List<String> walter =
                refer(priya, "harbor-0007", "Uses a walker.", "eastside-rides", "emerald-veterans-dropin");
        share(priya, walter, null, "+14255550207");
        wait(Duration.ofHours(4));
        act(theo, rosa.get(0), "review");
        act(priya, walter.get(1), "withdraw");

        waitUntil(LENGTH.minusHours(2));
        visitor.answer(
                "intake@st-brigid.example.org",
                "/m/",
                "",
                Map.of("choice", "CONTACT", "message", "From December on our doors open at six, not at seven."));
        visitor.answer(
                "families@emerald-commons.example.org",
                "/m/",
                "",
                Map.of("choice", "CHANGE_ADDRESS", "address", "front-desk@emerald-commons.example.org"));

        waitUntil(LENGTH.minusHours(1));
        refer(dana, "harbor-0004", "Looking for work; has no computer at home.", "emerald-laptop-library");
        refer(dana, "harbor-0002", "", "st-brigid-night-shelter");
        act(dana, keisha.get(1), "archive");
        waitUntil(LENGTH);
    }

    private List<String> refer(String caseworker, String client, String notes, String... listings) {
        return refer("VERBAL", caseworker, client, notes, List.of(listings));
    }

    private List<String> refer(String consent, String caseworker, String client, String notes, List<String> listings) {
        ObjectNode body = Json.object().put("clientId", client).put("notes", notes);
        ArrayNode ids = body.putArray("listingIds");
        listings.forEach(ids::add);
        body.putObject("consent").put("given", true).put("method", consent);
        List<String> referrals = new ArrayList<>();
        for (JsonNode referral : api.post(caseworker, "/api/referrals", body).path("referrals")) {
            referrals.add(referral.path("id").asText());
        }
        wait(Duration.ofMinutes(2));
        return referrals;
    }

    private void share(String caseworker, List<String> referrals, @Nullable String email, @Nullable String phone) {
        ObjectNode body = Json.object().put("consent", true);
        ArrayNode ids = body.putArray("referralIds");
        referrals.forEach(ids::add);
        if (email != null) {
            body.put("email", email);
        }
        if (phone != null) {
            body.put("phone", phone);
        }
        api.post(caseworker, "/api/shares", body);
        wait(Duration.ofMinutes(1));
    }

    private void act(String member, String referral, String what) {
        api.post(member, "/api/referrals/" + referral + "/" + what, Json.object());
        wait(Duration.ofMinutes(3));
    }

    private void wait(Duration span) {
        time.accept(span);
    }

    private void waitUntil(Duration since) {
        wait(since.minus(lived.get()));
    }
}
