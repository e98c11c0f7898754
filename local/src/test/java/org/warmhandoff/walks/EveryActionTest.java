package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.LENA;
import static org.warmhandoff.walks.Walk.MORGAN;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.deploy.FirstRequests;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.lambda.Call;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.wire.Faults;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * Every function on every route, and the ways that are seldom gone: what each costs of the table, and, for the comparison of calls with
 * grants that comes at the end of the suite, what each calls.
 */
class EveryActionTest {

    private static final Map<String, String> YES = Map.of("confirm", "yes");
    private static final String GROUP = "FollowUpSchedules";
    private static final String UNKNOWN = "A".repeat(43);

    private static Walk walk;
    private static Member dana;
    private static Member morgan;

    /** The most calls of the table by a request, by function and what started it. */
    private static final Map<String, Integer> COSTS = new TreeMap<>();

    /** Which calls these were. */
    private static final Map<String, String> CALLS = new HashMap<>();

    private static long noted;

    @BeforeAll
    static void everything_is_done_once() throws Exception {
        walk = Walk.begin();
        dana = walk.signIn(DANA);
        morgan = walk.signIn(MORGAN);
        signedIn();
        network();
        members();
        messages();
        receiver();
        client();
        // Nobody but the sweep finds what is owed now, and it gives it to the other sender.
        walk.system().stopStream(true);
        receiver();
        walk.system().stopStream(false);
        note(false);
        seldom();
    }

    @AfterAll
    static void end() {
        walk.close();
    }

    // ---- signed in

    private static void signedIn() {
        Member sam = walk.signIn(SAM);
        Mailbox program = walk.program();
        // An instance reads the directory once for each version of it, and keeps it when the index has surely caught
        // up.
        walk.pass("PT1M");
        expect(200, dana.get("/api/listings?q=food"));
        note(false);
        expect(200, dana.get("/api/listings?q=food&inNetworkFirst=true&sort=program"));
        expect(200, dana.get("/api/me"));
        expect(200, dana.post("/api/me/seen"));
        expect(200, dana.get("/api/listings/" + program.listing()));
        Person person = walk.client("Walkin", "Everyway", "en");
        ObjectNode profile = profile(person.id());
        profile.withObject("name").put("family", "Otherway");
        expect(200, dana.put("/api/clients/" + person.id(), profile));
        expect(200, dana.get("/api/clients/" + person.id()));
        expect(200, dana.get("/api/clients?q=walkin"));
        expect(200, dana.get("/api/clients"));
        expect(200, dana.post("/api/channels/check", Json.object().put("email", person.email())));
        ObjectNode basket = Member.basket("harbor-0002", "Mornings are best.", List.of(program.listing()));
        expect(200, dana.post("/api/referrals/preview", basket));
        for (int again = 0; again < 2; again++) {
            expect(201, dana.call("POST", "/api/referrals", basket, Map.of("Idempotency-Key", "every-action")));
        }
        String id = dana.refer("harbor-0002", "rainier-food-pantry").getFirst();
        for (String box : List.of("outbound", "history")) {
            expect(200, dana.get("/api/referrals?box=" + box));
            expect(200, dana.get("/api/referrals?box=" + box + "&status=SENT"));
            expect(200, dana.get("/api/referrals?box=" + box + "&clientId=harbor-0002"));
        }
        expect(200, sam.get("/api/referrals?box=inbound"));
        expect(200, dana.get("/api/referrals/" + id));
        expect(200, sam.get("/api/referrals/" + id));
        expect(200, sam.post("/api/referrals/" + id + "/review"));
        expect(200, sam.post("/api/referrals/" + id + "/accept"));
        expect(409, sam.post("/api/referrals/" + id + "/reject", Json.object().put("reason", "NO_CAPACITY")));
        expect(200, sam.post("/api/referrals/" + id + "/undo"));
        expect(200, sam.post("/api/referrals/" + id + "/reject", Json.object().put("reason", "NO_CAPACITY")));
        expect(200, dana.post("/api/referrals/" + id + "/archive"));
        expect(200, dana.post("/api/referrals/" + id + "/restore"));
        String other = dana.refer("harbor-0002", "rainier-food-pantry").getFirst();
        expect(200, dana.post("/api/referrals/" + other + "/withdraw"));
        note(true);
    }

    private static ObjectNode profile(String client) {
        ObjectNode profile = (ObjectNode) dana.get("/api/clients/" + client).json();
        profile.withArray("emails").forEach(email -> ((ObjectNode) email).remove("state"));
        profile.withArray("phones").forEach(phone -> ((ObjectNode) phone).remove("state"));
        return profile;
    }

    private static void network() {
        expect(200, morgan.get("/api/organizations"));
        ObjectNode organization = Json.object()
                .put("name", "Walk Organization")
                .put("displayName", "Walk Organization")
                .put("timeZone", "America/Los_Angeles")
                .put("phone", "+12065550199")
                .put("outOfNetworkReferring", true);
        expect(201, morgan.put("/api/organizations/walk-organization", organization));
        Mailbox program = walk.program();
        ObjectNode listing = listing(program.listing());
        expect(
                200,
                morgan.put("/api/listings/" + program.listing(), listing.put("organizationId", "walk-organization")));
        note(true);
        // A new name is written to each listing; how many there are is not the request's doing.
        expect(200, morgan.put("/api/organizations/walk-organization", organization.put("name", "Renamed Walk")));
        note(false);
        dana.refer("harbor-0002", program.listing());
        walk.answer(walk.link(program.email(), "/m/[^/]+"), Map.of("choice", "CONTACT", "message", "Open later."));
        JsonNode requests = morgan.get("/api/update-requests").json().path("updateRequests");
        expect(
                200,
                morgan.post(
                        "/api/update-requests/" + requests.path(0).path("id").asText() + "/close"));
        note(true);
    }

    private static ObjectNode listing(String id) {
        ObjectNode listing = (ObjectNode) morgan.get("/api/listings/" + id).json();
        listing.put("organizationId", listing.path("organization").path("id").asText());
        listing.remove(List.of("organization", "referable", "notReferableBecause"));
        return listing;
    }

    private static void members() {
        expect(200, morgan.get("/api/members"));
        ObjectNode member = Json.object()
                .put("name", "Wanda Walker")
                .put("email", "wanda@walks.example.org")
                .put("organizationId", "harbor-family")
                .put("program", "Walks")
                .put("phone", "+12065550198");
        member.putArray("roles").add("ADMINISTRATOR");
        Answer added = morgan.call("POST", "/api/members", member, Map.of("Idempotency-Key", "every-action"));
        expect(201, added);
        note(true);
        String id = added.json().path("id").asText();
        expect(201, morgan.call("POST", "/api/members", member, Map.of("Idempotency-Key", "every-action")));
        // Who puts themselves out looks for another administrator first; whoever that is puts them back.
        Member wanda = new Member(walk, id);
        member.putArray("roles").add("CASEWORKER");
        expect(200, wanda.put("/api/members/" + id, member));
        note(false);
        expect(200, morgan.put("/api/members/" + id, member.put("active", false)));
        expect(200, morgan.put("/api/members/" + id, member.put("active", true)));
        // The address is taken: Cognito is asked whose it is.
        morgan.post("/api/members", member);
        note(true);
    }

    // ---- the receiver's pages

    private static void receiver() {
        Mailbox program = walk.program();
        dana.refer("harbor-0002", program.listing());
        late();
        String accept = walk.link(program.email(), "/r/[^/]+/accept");
        String reject = walk.link(program.email(), "/r/[^/]+/reject");
        String undo = accept.replace("/accept", "/undo");
        walk.answer(accept, YES);
        walk.answer(undo, YES);
        walk.answer(reject, Map.of("reason", "NO_CAPACITY"));
        walk.answer(undo, YES);
        note(true);
        String manage = walk.link(program.email(), "/m/[^/]+");
        walk.answer(manage, Map.of("choice", "UNSUBSCRIBE"));
        walk.answer(manage, Map.of("choice", "KEEP"));
        String elsewhere = "elsewhere-" + program.email();
        walk.answer(manage, Map.of("choice", "CHANGE_ADDRESS", "address", elsewhere));
        late();
        walk.answer(walk.link(program.email(), "/a/[^/]+"), YES);
        walk.answer(manage, Map.of("choice", "CHANGE_ADDRESS", "address", "else-" + elsewhere));
        late();
        walk.answer(walk.link("else-" + elsewhere, "/a/[^/]+"), YES);
        note(true);
        late();
        assertThat(walk.links("else-" + elsewhere, "/r/[^/]+/accept")).isNotEmpty();
        walk.answer(walk.link(program.email(), "/a/[^/]+"), YES);
        late();
        String unsubscribe = walk.lastMessage(program.email())
                .path("headers")
                .path("List-Unsubscribe")
                .asText();
        if (unsubscribe.contains("<http")) {
            String link = unsubscribe.replaceAll("^.*<(http[^>]*)>.*$", "$1");
            expect(200, walk.get(link));
            expect(200, walk.postForm(link, Map.of("List-Unsubscribe", "One-Click")));
        }
        note(true);
        // Another address by an administrator, who is not asked twice; then none at all.
        Mailbox moved = walk.program();
        dana.refer("harbor-0002", moved.listing());
        late();
        expect(
                200,
                morgan.put(
                        "/api/listings/" + moved.listing(),
                        listing(moved.listing()).put("referralEmail", "moved-" + moved.email())));
        late();
        walk.bounce("moved-" + moved.email());
        note(true);
    }

    /** What the stream does at once, the sweep does within minutes. */
    private static void late() {
        walk.pass("PT3M");
        walk.messages("nobody@walks.example.org");
    }

    // ---- the client's messages and pages

    private static void client() {
        Person person = walk.client("Every", "Waywalker", "en");
        Mailbox one = walk.program();
        Mailbox two = walk.program();
        List<String> ids = dana.refer(person.id(), one.listing(), two.listing());
        ObjectNode share = share(ids, person.email(), person.phone());
        Map<String, String> key = Map.of("Idempotency-Key", "every-action");
        expect(201, dana.call("POST", "/api/shares", share, key));
        note(true);
        expect(201, dana.call("POST", "/api/shares", share, key));
        expect(200, dana.get("/api/referrals/" + ids.getFirst()));
        late();
        note(false);
        String basket = walk.link(person.email(), "/c/[^/]+");
        expect(200, walk.get(basket));
        expect(200, walk.get(basket + "/1"));
        // The page has no form; whoever sends one all the same is shown it.
        assertThat(walk.postForm(basket, Map.of()).status()).isLessThan(500);
        note(true);
        for (JsonNode schedule : walk.desk("GET", "/_local/schedules", Json.object())) {
            again(schedule);
        }
        note(false);
        walk.pass("P8D");
        walk.text(person.phone(), "what is this");
        walk.text(person.phone(), "A 2");
        note(true);
        String question = walk.link(person.email(), "/f/[^/]+");
        walk.answer(question, Map.of("answer", "NO"));
        Answer thanks = walk.answer(basket + "/2", Map.of("answer", "NO"));
        walk.pass("PT3S");
        walk.submit(thanks, basket + "/2", Map.of("barrier", "NO_ROOM", "help", "yes"));
        walk.answer(question, Map.of("answer", "YES"));
        note(true);
        walk.text(person.phone(), "HELP");
        walk.text(person.phone(), "STOP");
        walk.text(person.phone(), "START");
        late();
        String mail = walk.lastMessage(person.email())
                .path("headers")
                .path("List-Unsubscribe")
                .asText();
        String stop = mail.replaceAll("^.*<(http[^>]*)>.*$", "$1");
        walk.answer(stop, Map.of("choice", "STOP"));
        walk.answer(stop, Map.of("choice", "RESUBSCRIBE"));
        note(true);

        // What is owed and no longer wanted, by channel and by client; what came back, by mail and by text.
        Person leaving = walk.client("Leaving", "Waywalker", "es");
        String left = dana.refer(leaving.id(), one.listing()).getFirst();
        expect(201, dana.post("/api/shares", share(List.of(left), leaving.email(), leaving.phone())));
        late();
        walk.desk(
                "POST",
                "/_local/bounce",
                Json.object().put("to", leaving.phone()).put("type", "SMS_FAILED"));
        walk.desk(
                "POST",
                "/_local/bounce",
                Json.object().put("to", leaving.email()).put("type", "COMPLAINT"));
        late();
        note(true);
        Person quiet = walk.client("Quiet", "Waywalker", "en");
        String kept = dana.refer(quiet.id(), one.listing()).getFirst();
        expect(201, dana.post("/api/shares", share(List.of(kept), quiet.email(), quiet.phone())));
        late();
        expect(200, dana.post("/api/channels/opt-out", Json.object().put("email", quiet.email())));
        late();
        ObjectNode profile = profile(quiet.id());
        profile.withObject("safeContact").put("doNotContact", true);
        expect(200, dana.put("/api/clients/" + quiet.id(), profile));
        late();
        note(true);
        expect(200, walk.signIn(LENA).post("/api/channels/check", Json.object().put("email", quiet.email())));
        note(true);
    }

    private static ObjectNode share(List<String> ids, String email, String phone) {
        ObjectNode share = Json.object()
                .put("email", email)
                .put("phone", phone)
                .put("consent", true)
                .put("saveToProfile", true);
        ids.forEach(share.putArray("referralIds")::add);
        return share;
    }

    /** One message at a time, with nothing else owed. */
    private static void messages() {
        Person person = walk.client("Costly", "Waywalker", "en");
        Mailbox program = walk.program();
        cost("a referral mailed", "DispatchOutbox", () -> dana.refer(person.id(), program.listing()));
        String mailed = dana.refer(person.id(), program.listing()).getFirst();
        ObjectNode byMail = share(List.of(mailed), person.email(), "");
        byMail.remove(List.of("phone", "saveToProfile"));
        cost("a first email, and its follow-up planned", "DispatchOutbox", () -> dana.post("/api/shares", byMail));
        cost("a follow-up by email", "SendFollowUp", EveryActionTest::ask);
        String texted = dana.refer(person.id(), program.listing()).getFirst();
        ObjectNode byText = share(List.of(texted), "", person.phone());
        byText.remove(List.of("email", "saveToProfile"));
        cost("a first text, and its follow-up planned", "DispatchOutbox", () -> dana.post("/api/shares", byText));
        cost("a number's first follow-up by text", "SendFollowUp", EveryActionTest::ask);
        String textedAgain = dana.refer(person.id(), program.listing()).getFirst();
        ObjectNode byTextAgain = share(List.of(textedAgain), "", person.phone());
        byTextAgain.remove(List.of("email", "saveToProfile"));
        expect(201, dana.post("/api/shares", byTextAgain));
        late();
        cost("a follow-up by text", "SendFollowUp", EveryActionTest::ask);
        cost("nothing is late", "Sweep", () -> call("Sweep", Json.object()));
    }

    /** The one follow-up that is owed, at its time and from the queue alone: a sweep that comes upon it too would be counted. */
    private static void ask() {
        JsonNode schedule = walk.desk("GET", "/_local/schedules", Json.object()).path(0);
        try (SchedulerClient scheduler = scheduler()) {
            scheduler.deleteSchedule(
                    asked -> asked.name(schedule.path("name").asText()).groupName(GROUP));
        }
        Instant now = Instant.parse(
                walk.desk("GET", "/_local/clock", Json.object()).path("now").asText());
        Instant due = Instant.parse(schedule.path("at").asText());
        walk.pass(Duration.between(now, due.plusSeconds(5)).toString());
        // What the provider reports meanwhile would have the record written twice.
        walk.system().rest(true);
        call("SendFollowUp", queued(schedule.path("input").asText()));
        walk.system().rest(false);
    }

    // ---- what happens seldom

    private static void seldom() {
        for (String page : List.of(
                "/r/%s/accept", "/r/%s/reject", "/r/%s/undo", "/m/%s", "/a/%s", "/c/%s", "/c/%s/1", "/f/%s", "/u/%s")) {
            expect(404, walk.get(page.formatted(UNKNOWN)));
        }
        // A service that is busy is asked again soon, by the queue.
        Mailbox program = walk.program();
        walk.system().wire().faults().next("SendEmail", Faults.Fault.THROTTLE);
        dana.refer("harbor-0002", program.listing());
        late();
        walk.system().stopStream(true);
        walk.system().wire().faults().next("SendEmail", Faults.Fault.THROTTLE);
        walk.system().wire().faults().next("SendEmail", Faults.Fault.THROTTLE);
        dana.refer("harbor-0002", program.listing());
        walk.pass("PT30M");
        walk.system().stopStream(false);
        manyQuestions();
    }

    /** More questions by text than there are letters: the oldest loses its own. */
    private static void manyQuestions() {
        Person person = walk.client("Many", "Waywalker", "en");
        for (int count : List.of(20, 2)) {
            List<String> ids = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                ids.addAll(dana.refer(person.id(), "rainier-food-pantry"));
            }
            ObjectNode byText = share(ids, "", person.phone());
            byText.remove("email");
            expect(201, dana.post("/api/shares", byText));
            walk.pass("P1D");
        }
        walk.pass("P28D");
        assertThat(walk.messages(person.phone())).hasSize(24);
    }

    /**
     * A message that is planned already comes to both senders once more, as a queue and a stream may bring it at any time; and its
     * schedule was made so long ago that Scheduler takes it for another's.
     */
    private static void again(JsonNode schedule) {
        String name = schedule.path("name").asText();
        try (SchedulerClient scheduler = scheduler()) {
            var standing = scheduler.getSchedule(asked -> asked.name(name).groupName(GROUP));
            scheduler.updateSchedule(changed -> changed.name(name)
                    .groupName(GROUP)
                    .scheduleExpression(standing.scheduleExpression())
                    .scheduleExpressionTimezone(standing.scheduleExpressionTimezone())
                    .flexibleTimeWindow(standing.flexibleTimeWindow())
                    .actionAfterCompletion(standing.actionAfterCompletion())
                    .target(standing.target())
                    .clientToken("another"));
        }
        call("SendFollowUp", queued(schedule.path("input").asText()));
        call("DispatchOutbox", streamed(schedule.path("input").asText()));
    }

    private static SchedulerClient scheduler() {
        return SchedulerClient.builder()
                .endpointOverride(walk.system().wireAddress())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private static ObjectNode queued(String message) {
        ObjectNode event = Json.object();
        event.putArray("Records").addObject().put("messageId", "1").put("body", message);
        return event;
    }

    private static ObjectNode streamed(String message) {
        String[] key = message.split("\\|");
        ObjectNode event = Json.object();
        ObjectNode change = event.putArray("Records").addObject().put("eventName", "INSERT");
        ObjectNode keys =
                change.putObject("dynamodb").put("SequenceNumber", "1").putObject("Keys");
        keys.putObject("PK").put("S", key[0]);
        keys.putObject("SK").put("S", key[1]);
        return event;
    }

    private static void call(String function, ObjectNode event) {
        try {
            walk.system().functions().call(function + "Function", "by hand", Json.bytes(event));
        } catch (FunctionFailed e) {
            throw new AssertionError(e);
        }
    }

    // ---- what it costs

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    /** What the table was asked by one function while this was done. */
    private static void cost(String what, String function, Runnable work) {
        walk.messages("nobody@walks.example.org");
        note(false);
        long before = noted;
        // What a provider tells before the sender has recorded its message makes the sender read once more.
        walk.system().wire().events().hold(true);
        work.run();
        walk.messages("nobody@walks.example.org");
        walk.system().wire().events().hold(false);
        List<Call> calls = walk.system().functions().log().callsAfter(before).stream()
                .filter(call -> call.function().equals(function + "Function"))
                .toList();
        COSTS.put(
                function + "\t" + what,
                calls.stream().mapToInt(EveryActionTest::tableCalls).sum());
        CALLS.put(
                function + "\t" + what,
                calls.stream()
                        .map(call -> call.trigger() + " " + call.awsCalls())
                        .toList()
                        .toString());
        note(false);
    }

    /** Takes down what was called since the last time, or passes over it. */
    private static void note(boolean counted) {
        for (Call call : walk.system().functions().log().callsAfter(noted)) {
            noted = Math.max(noted, call.number());
            boolean asked = call.trigger().contains(" /") || call.function().equals("InboundSmsFunction");
            if (counted && asked) {
                String function = call.function().replaceFirst("Function$", "");
                String what = function + "\t" + call.trigger();
                if (COSTS.merge(what, tableCalls(call), Math::max) == tableCalls(call)) {
                    CALLS.put(what, call.awsCalls().toString());
                }
            }
        }
    }

    private static int tableCalls(Call call) {
        return (int) call.awsCalls().stream()
                .filter(made -> made.startsWith("DynamoDb"))
                .count();
    }

    /** What an action may ask of the table (issue 3), with the reason where it is more. */
    private static int most(String what) {
        return switch (what) {
            // The member, then one query of an index; FindClients reads the channels of a page besides.
            case "ListReferrals\tGET /api/referrals" -> 2;
            case "SearchListings\tGET /api/listings" -> 2;
            case "FindClients\tGET /api/clients" -> 3;
            // One query of each shard.
            case "Sweep\tnothing is late" -> 8;
            // Two messages: one is sent, the other planned.
            case "DispatchOutbox\ta first email, and its follow-up planned",
                    "DispatchOutbox\ta first text, and its follow-up planned" -> 2 * 4;
            // The letters of what else is open on this number.
            case "SendFollowUp\ta follow-up by text" -> 5;
            // The address is kept in the profile, by choice: two more, after the share is made.
            case "ShareWithClient\tPOST /api/shares" -> 4 + 2;
            default -> 4;
        };
    }

    @Test
    void no_action_asks_more_of_the_table_than_it_may() {
        assertThat(COSTS)
                .hasSizeGreaterThan(50)
                .allSatisfy((what, calls) ->
                        assertThat(calls).as(what + " " + CALLS.get(what)).isLessThanOrEqualTo(most(what)));
    }

    @Test
    void no_action_asks_more_of_the_table_than_it_did() throws IOException {
        FirstRequests.compare("table calls", COSTS, 0);
    }

    @Test
    void every_route_was_walked() {
        Set<String> walked = COSTS.keySet();
        assertThat(FirstRequests.routes()
                        .filter(route -> !walked.contains(route))
                        .toList())
                .isEmpty();
    }
}
