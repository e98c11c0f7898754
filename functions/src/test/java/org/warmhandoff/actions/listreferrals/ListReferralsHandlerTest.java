package org.warmhandoff.actions.listreferrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.actions.Intake;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;
import org.warmhandoff.referral.ReferralId;

class ListReferralsHandlerTest {

    private static final String OLDEST = Intake.REFERRAL.value();

    private final Intake intake = new Intake(Network.IN);
    private final ListReferralsHandler handler =
            new ListReferralsHandler(Wired.with(ListReferralsHandler.Wiring.class, intake));

    private static Events.Event box(String member, String box) {
        return Events.signedIn(member).get("/api/referrals").query("box", box);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().path("referrals").forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }

    private String sendAnother(String id) {
        intake.town().pass(Duration.ofMinutes(1));
        intake.doors().send(new ReferralId(id), intake.town().listing(new ListingId("apple").value()));
        return id;
    }

    private void accepted() {
        intake.meanwhile(
                referral -> referral.accept(Intake.somebody(), intake.clock().instant()));
    }

    @Nested
    class The_boxes {

        @Test
        void hold_what_was_sent_newest_first_page_by_page() {
            String second = sendAnother("01REFERRAL0000000000000001");
            String third = sendAnother("01REFERRAL0000000000000002");

            Answer first = box(Town.CASEWORKER, "outbound").query("limit", "2").to(handler);
            Answer rest = box(Town.CASEWORKER, "outbound")
                    .query("limit", "2")
                    .query("cursor", first.at("/cursor").asText())
                    .to(handler);

            assertThat(ids(first)).containsExactly(third, second);
            assertThat(ids(rest)).containsExactly(OLDEST);
            assertThat(rest.at("/cursor").isNull()).isTrue();
        }

        @Test
        void show_the_archived_in_history_alone_and_the_receiver_keeps_it() {
            accepted();
            intake.filing()
                    .archive(
                            intake.referral(), Intake.somebody(), intake.clock().instant());

            assertThat(ids(box(Town.CASEWORKER, "outbound").to(handler))).isEmpty();
            assertThat(ids(box(Town.CASEWORKER, "history").to(handler))).containsExactly(OLDEST);
            assertThat(ids(box(Intake.STAFF, "inbound").to(handler))).containsExactly(OLDEST);
        }

        @Test
        void keep_to_a_status_where_one_is_asked_for() {
            String sent = sendAnother("01REFERRAL0000000000000001");
            accepted();

            for (String member : List.of(Town.CASEWORKER, Intake.STAFF)) {
                String box = member.equals(Intake.STAFF) ? "inbound" : "outbound";
                assertThat(ids(box(member, box).query("status", "ACCEPTED").to(handler)))
                        .containsExactly(OLDEST);
                assertThat(ids(box(member, box).query("status", "SENT").to(handler)))
                        .containsExactly(sent);
            }
        }

        @Test
        void keep_to_a_client_where_one_is_asked_for() {
            assertThat(ids(box(Town.CASEWORKER, "outbound")
                            .query("clientId", "client-0001")
                            .to(handler)))
                    .containsExactly(OLDEST);
            assertThat(ids(box(Town.CASEWORKER, "outbound")
                            .query("clientId", "client-0002")
                            .to(handler)))
                    .isEmpty();
        }

        @Test
        void of_others_are_empty() {
            assertThat(ids(box(Town.VALLEY_CASEWORKER, "outbound").to(handler))).isEmpty();
            assertThat(ids(box(Intake.OTHER_STAFF, "inbound").to(handler))).isEmpty();
        }
    }

    @Nested
    class A_row {

        @Test
        void names_the_client_to_both_sides_and_keeps_the_senders_id_of_them_to_the_sender() {
            Answer sent = box(Town.CASEWORKER, "outbound").to(handler);
            Answer received = box(Intake.STAFF, "inbound").to(handler);

            assertThat(sent.at("/referrals/0/client/id").asText()).isEqualTo("client-0001");
            assertThat(received.at("/referrals/0/client/name/given").asText()).isEqualTo("Maria");
            assertThat(received.at("/referrals/0/client/id").isNull()).isTrue();
        }

        @Test
        void says_nothing_of_the_client_to_a_receiver_after_a_withdrawal() {
            intake.meanwhile(referral ->
                    referral.withdraw(Intake.somebody(), intake.clock().instant()));

            Answer received = box(Intake.STAFF, "inbound").to(handler);

            assertThat(received.at("/referrals/0/status").asText()).isEqualTo("WITHDRAWN");
            assertThat(received.body()).doesNotContain("Maria", "Quintero", "Elm Street", "client.example");
        }

        @Test
        void tells_each_member_their_own_moves() {
            assertThat(box(Town.CASEWORKER, "outbound").to(handler).at("/referrals/0/allowedActions"))
                    .extracting(move -> move.asText())
                    .containsExactlyInAnyOrder("WITHDRAW", "SHARE");
            assertThat(box(Intake.STAFF, "inbound").to(handler).at("/referrals/0/allowedActions"))
                    .extracting(move -> move.asText())
                    .containsExactlyInAnyOrder("REVIEW", "ACCEPT", "REJECT");
        }
    }

    @Test
    void what_did_not_change_is_a_304_and_what_did_is_not() {
        Answer first = box(Town.CASEWORKER, "outbound").to(handler);
        String tag = first.header("etag").orElseThrow();

        Answer same =
                box(Town.CASEWORKER, "outbound").header("if-none-match", tag).to(handler);
        accepted();
        Answer changed =
                box(Town.CASEWORKER, "outbound").header("if-none-match", tag).to(handler);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "box,sent,/?box",
        "status,ACCEPT,/?status",
        "cursor,nonsense,/?cursor",
        "limit,101,/?limit",
        "clientId,no,/?clientId"
    })
    void what_cannot_be_asked_for_is_said_where_it_stands(String name, String value, String pointer) {
        Events.Event event = Events.signedIn(Town.CASEWORKER).get("/api/referrals");
        if (!name.equals("box")) {
            event.query("box", "outbound");
        }

        Answer answer = event.query(name, value).to(handler);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "sub-rosa,outbound",
        "sub-rosa,history",
        "sub-dana,inbound",
        "sub-ada,outbound",
        "sub-ada,inbound",
        "sub-gone,outbound",
        "sub-nobody,outbound"
    })
    void a_box_is_for_its_own_role(String member, String box) {
        assertThat(box(member, box).to(handler).status()).isEqualTo(403);
    }

    @Test
    void a_list_takes_the_member_and_one_query() {
        intake.town().table().forgetCalls();

        box(Town.CASEWORKER, "outbound").to(handler);

        assertThat(intake.town().table().callCount()).isEqualTo(2);
    }
}
