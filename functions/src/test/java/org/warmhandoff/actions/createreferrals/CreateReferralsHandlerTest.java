package org.warmhandoff.actions.createreferrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.Ids;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.DynamoSendings;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.referral.Sendings;
import org.warmhandoff.wiring.LimitsModule.ReferralsADay;

class CreateReferralsHandlerTest {

    private static final int MOST_A_DAY = 500;

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final CreateReferralsHandler handler = new CreateReferralsHandler(new CreateReferralsHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Ids ids() {
            return doors.ids();
        }

        @Override
        public InstantSource clock() {
            return town.clock();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public Sendings sendings() {
            return new DynamoSendings(town.table(), doors.ids());
        }

        @Override
        public ReferralsADay limit() {
            return new ReferralsADay(MOST_A_DAY);
        }
    });

    @BeforeEach
    void a_client_and_three_programs() {
        town.save(Town.client("client-0001", "Maria", "Quintero"));
        for (String program : List.of("apple", "pear", "plum")) {
            town.save(new ListingId(program), Town.outOfNetwork(program, program + "@valley.example"));
        }
    }

    private static Map<String, Object> basket(String notes, String... listings) {
        return Map.of(
                "clientId",
                "client-0001",
                "listingIds",
                List.of(listings),
                "consent",
                Map.of("given", true, "method", "VERBAL"),
                "notes",
                notes);
    }

    private Events.Event post(Object body) {
        return Events.signedIn(Town.CASEWORKER).post("/api/referrals").json(body);
    }

    private Answer create(Object body) {
        return post(body).to(handler);
    }

    private List<?> whatStands() {
        return doors.whatStands();
    }

    @Nested
    class A_basket {

        @Test
        void becomes_as_many_referrals_in_its_order_each_with_its_line_and_its_mail() {
            Answer answer = create(basket("Mornings.", "pear", "apple", "plum"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("referrals").findValuesAsText("program"))
                    .containsSubsequence("pear", "apple", "plum");
            for (int i = 0; i < 3; i++) {
                assertThat(answer.at("/referrals/" + i + "/status").asText()).isEqualTo("SENT");
                assertThat(answer.at("/referrals/" + i + "/activity/0/actor").asText())
                        .isEqualTo("Dana Ortiz");
            }
            assertThat(doors.messages()).hasSize(3);
        }

        @Test
        void with_one_bad_program_is_not_sent_at_all_and_each_bad_one_has_its_pointer() {
            List<?> before = whatStands();

            Answer answer = create(basket("", "apple", "nobody", "pear", "nothing"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/listingIds/1", "/listingIds/3");
            assertThat(whatStands()).isEqualTo(before);
        }

        @Test
        void of_somebody_elses_client_is_a_404() {
            Answer theirs = Events.signedIn(Town.VALLEY_CASEWORKER)
                    .post("/api/referrals")
                    .json(basket("", "apple"))
                    .to(handler);

            assertThat(theirs.status()).isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource({"RECEIVER,sub-ravi", "ADMINISTRATOR,sub-ada", "inactive,sub-gone", "stranger,sub-nobody"})
        void is_a_caseworkers_alone(String who, String sub) {
            Answer answer = Events.signedIn(sub)
                    .post("/api/referrals")
                    .json(basket("", "apple"))
                    .to(handler);

            assertThat(answer.status()).as(who).isEqualTo(403);
        }

        @Test
        void needs_consent_that_was_given_in_one_of_three_ways() {
            for (Object consent : List.of(
                    Map.of("given", false, "method", "VERBAL"),
                    Map.of("given", true, "method", "SILENT"),
                    Map.of("given", true),
                    Map.of("method", "VERBAL"))) {
                Answer answer =
                        create(Map.of("clientId", "client-0001", "listingIds", List.of("apple"), "consent", consent));
                assertThat(answer.status()).as(consent.toString()).isEqualTo(422);
                assertThat(answer.pointers()).allMatch(pointer -> pointer.startsWith("/consent"));
            }
            assertThat(create(Map.of("clientId", "client-0001", "listingIds", List.of("apple")))
                            .pointers())
                    .contains("/consent");
        }

        @Test
        void of_victim_services_needs_it_in_writing() {
            town.save(new Organization(
                    Town.HARBOR,
                    "Harbor",
                    "Harbor",
                    Town.organization(Town.HARBOR, "Harbor", true).timeZone(),
                    "+19375550100",
                    true,
                    true,
                    false));

            assertThat(create(basket("", "apple")).pointers()).containsExactly("/consent/method");
            assertThat(create(Map.of(
                                    "clientId", "client-0001",
                                    "listingIds", List.of("apple"),
                                    "consent", Map.of("given", true, "method", "WRITTEN")))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void says_what_in_the_notes_would_tell_who_it_is_and_where() {
            Answer answer = create(basket("Ask for Maria, 937-555-0155.", "apple"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.at("/errors/0/pointer").asText()).isEqualTo("/notes");
            assertThat(answer.at("/errors/0/kind").asText()).isEqualTo("NAME");
            assertThat(answer.at("/errors/0/start").asInt()).isEqualTo(8);
            assertThat(answer.at("/errors/0/end").asInt()).isEqualTo(13);
            assertThat(answer.at("/errors/1/kind").asText()).isEqualTo("PHONE");
            assertThat(whatStands().toString()).doesNotContain("Ask for");
        }

        @Test
        void holds_at_most_twenty_each_once() {
            String[] many = IntStream.rangeClosed(1, 21).mapToObj(i -> "p" + i).toArray(String[]::new);

            assertThat(create(basket("", many)).pointers()).containsExactly("/listingIds");
            assertThat(create(basket("", "apple", "pear", "apple")).pointers()).containsExactly("/listingIds/2");
            assertThat(create(basket("")).pointers()).containsExactly("/listingIds");
        }
    }

    @Nested
    class A_repeated_request {

        private Answer create(String key, Object body) {
            return post(body).header("idempotency-key", key).to(handler);
        }

        @Test
        void is_answered_with_what_the_first_one_made() {
            Answer first = create("k1", basket("Mornings.", "apple", "pear"));
            List<?> before = whatStands();

            Answer again = create("k1", basket("Mornings.", "apple", "pear"));

            assertThat(again.status()).isEqualTo(201);
            assertThat(first.header("idempotency-replayed")).isEmpty();
            assertThat(again.header("idempotency-replayed")).contains("true");
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(whatStands()).isEqualTo(before);
        }

        @Test
        void with_another_body_is_a_mistake() {
            create("k1", basket("Mornings.", "apple"));

            assertThat(create("k1", basket("Evenings.", "apple")).status()).isEqualTo(422);
        }

        @Test
        void is_anothers_own_under_the_same_key() {
            town.add(Town.member("sub-dora", "Dora Diaz", Town.HARBOR, Role.CASEWORKER));
            Answer first = create("k1", basket("", "apple"));

            Answer other = Events.signedIn("sub-dora")
                    .post("/api/referrals")
                    .json(basket("", "apple"))
                    .header("idempotency-key", "k1")
                    .to(handler);

            assertThat(other.status()).isEqualTo(201);
            assertThat(other.header("idempotency-replayed")).isEmpty();
            assertThat(other.at("/referrals/0/id")).isNotEqualTo(first.at("/referrals/0/id"));
        }

        @Test
        void is_a_new_one_after_a_day() {
            Answer first = create("k1", basket("", "apple"));
            town.pass(Duration.ofHours(23));
            assertThat(create("k1", basket("", "apple")).header("idempotency-replayed"))
                    .contains("true");
            town.pass(Duration.ofHours(2));

            Answer later = create("k1", basket("", "apple"));

            assertThat(later.header("idempotency-replayed")).isEmpty();
            assertThat(later.at("/referrals/0/id")).isNotEqualTo(first.at("/referrals/0/id"));
        }

        @Test
        void after_a_refusal_is_free_to_be_put_right() {
            assertThat(create("k1", basket("Ask Maria.", "apple")).status()).isEqualTo(422);

            assertThat(create("k1", basket("Ask us.", "apple")).status()).isEqualTo(201);
        }

        @Test
        void without_a_key_is_a_new_one_each_time() {
            assertThat(CreateReferralsHandlerTest.this
                            .create(basket("", "apple"))
                            .at("/referrals/0/id"))
                    .isNotEqualTo(CreateReferralsHandlerTest.this
                            .create(basket("", "apple"))
                            .at("/referrals/0/id"));
        }
    }

    @Test
    void an_organization_sends_five_hundred_a_day_and_is_told_when_it_may_go_on() {
        String[] twenty = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "many-" + i)
                .peek(id -> town.save(new ListingId(id), Town.outOfNetwork(id, id + "@valley.example")))
                .toArray(String[]::new);
        for (int sent = 0; sent < MOST_A_DAY; sent += twenty.length) {
            assertThat(create(basket("", twenty)).status()).isEqualTo(201);
        }
        List<?> before = whatStands();

        Answer refused = create(basket("", "apple"));

        assertThat(refused.status()).isEqualTo(429);
        // 15:00 UTC it is, and the day ends with UTC's.
        assertThat(refused.header("retry-after"))
                .contains(Long.toString(Duration.ofHours(9).toSeconds()));
        assertThat(whatStands()).isEqualTo(before);
        town.pass(Duration.ofHours(9));
        assertThat(create(basket("", "apple")).status()).isEqualTo(201);
    }
}
