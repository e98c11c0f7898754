package org.warmhandoff.actions.savelisting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.member.Members;

class SaveListingHandlerTest {

    private final Town town = new Town();
    private final SaveListingHandler handler = new SaveListingHandler(new SaveListingHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public ListingBook listingBook() {
            return town.listingBook();
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }
    });

    private Answer save(String sub, String id, Object body) {
        return Events.signedIn(sub)
                .put("/api/listings/{id}")
                .path("id", id)
                .json(body)
                .to(handler);
    }

    private Answer saveText(String sub, String body) {
        return Events.signedIn(sub)
                .put("/api/listings/{id}")
                .path("id", "apple")
                .json(body)
                .to(handler);
    }

    private static Map<String, Object> pantry() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("program", "Apple Pantry");
        body.put("organizationId", "valley");
        body.put("network", "OUT");
        body.put("needs", List.of("FOOD", "HOUSEHOLD_GOODS"));
        body.put("description", "Groceries\nfor a week");
        body.put("address", "12 Orchard Street");
        body.put("addressHidden", true);
        body.put("zip", "45501");
        body.put("timeZone", "America/New_York");
        body.put("hours", "Mon to Fri, 9 to 5");
        body.put("phones", List.of("(937) 555-0142"));
        body.put("languages", List.of("en", "es"));
        body.put("eligibility", "Anybody");
        body.put("howToApply", "Come by");
        body.put("documents", "None");
        body.put("website", "https://valley.example/food");
        body.put("paused", false);
        body.put("safety", false);
        body.put("part2", false);
        body.put("victimServices", true);
        body.put("referralEmail", "Intake@Valley.example");
        return body;
    }

    private static Map<String, Object> pantry(String field, Object value) {
        Map<String, Object> body = pantry();
        body.put(field, value);
        return body;
    }

    @Nested
    class An_administrator {

        @Test
        void adds_a_listing_and_reads_it_back() {
            Answer answer = save(Town.ADMINISTRATOR, "apple", pantry());

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.at("/id").asText()).isEqualTo("apple");
            assertThat(answer.at("/program").asText()).isEqualTo("Apple Pantry");
            assertThat(answer.at("/organization").toString())
                    .isEqualTo("{\"id\":\"valley\",\"name\":\"Valley Food Bank\"}");
            assertThat(answer.at("/needs").toString()).isEqualTo("[\"FOOD\",\"HOUSEHOLD_GOODS\"]");
            assertThat(answer.at("/description").asText()).isEqualTo("Groceries\nfor a week");
            assertThat(answer.at("/address").asText()).isEqualTo("12 Orchard Street");
            assertThat(answer.at("/zip").asText()).isEqualTo("45501");
            assertThat(answer.at("/phones").toString()).isEqualTo("[\"+19375550142\"]");
            assertThat(answer.at("/victimServices").asBoolean()).isTrue();
            assertThat(answer.at("/referralEmail").asText()).isEqualTo("intake@valley.example");
            assertThat(answer.at("/referable").asBoolean()).isTrue();
        }

        @Test
        void replaces_one_wholly() {
            save(Town.ADMINISTRATOR, "apple", pantry());

            Answer answer = save(
                    Town.ADMINISTRATOR,
                    "apple",
                    Map.of("program", "Pear Pantry", "organizationId", "valley", "network", "IN"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/program").asText()).isEqualTo("Pear Pantry");
            assertThat(answer.at("/description").isNull()).isTrue();
            assertThat(answer.at("/referralEmail").isNull()).isTrue();
            assertThat(answer.at("/needs")).isEmpty();
            assertThat(answer.at("/timeZone").asText()).isEqualTo("America/New_York");
            assertThat(town.listing("apple").mail().address()).isEmpty();
        }

        @Test
        void needs_four_calls_of_the_table_at_most() {
            save(Town.ADMINISTRATOR, "apple", pantry());
            assertThat(town.table().callCount()).isLessThanOrEqualTo(4);

            town.table().forgetCalls();
            save(Town.ADMINISTRATOR, "apple", pantry("referralEmail", "other@valley.example"));
            assertThat(town.table().callCount()).isLessThanOrEqualTo(4);
        }

        @Test
        void is_not_disturbed_by_a_conflict() {
            town.table().failNext(MemoryTable.Fault.CONFLICT, MemoryTable.Fault.CONFLICT);

            assertThat(save(Town.ADMINISTRATOR, "apple", pantry()).status()).isEqualTo(201);
        }
    }

    @Nested
    class A_field {

        @Test
        void that_is_wrong_is_named() {
            assertThat(save(Town.ADMINISTRATOR, "apple", Map.of()).pointers())
                    .containsExactlyInAnyOrder("/program", "/organizationId", "/network");
            assertThat(pointers("program", "x".repeat(201))).containsExactly("/program");
            assertThat(pointers("organizationId", "nowhere")).containsExactly("/organizationId");
            assertThat(pointers("organizationId", "no such id")).containsExactly("/organizationId");
            assertThat(pointers("network", "BOTH")).containsExactly("/network");
            assertThat(pointers("needs", List.of("FOOD", "GOLD"))).containsExactly("/needs/1");
            assertThat(pointers("description", "x".repeat(2_001))).containsExactly("/description");
            assertThat(pointers("zip", "455")).containsExactly("/zip");
            assertThat(pointers("timeZone", "Mars/Olympus")).containsExactly("/timeZone");
            assertThat(pointers("timeZone", "+05:00")).containsExactly("/timeZone");
            assertThat(pointers("phones", List.of("12"))).containsExactly("/phones/0");
            assertThat(pointers("phones", List.of("937 555 0142", "+1 937-555-0142")))
                    .containsExactly("/phones/1");
            assertThat(pointers("languages", List.of("english"))).containsExactly("/languages/0");
            assertThat(pointers("website", "javascript:alert(1)")).containsExactly("/website");
            assertThat(pointers("website", "https://")).containsExactly("/website");
            assertThat(pointers("website", "valley.example")).containsExactly("/website");
            assertThat(pointers("paused", "yes")).containsExactly("/paused");
            assertThat(pointers("referralEmail", "two@a.example, three@a.example"))
                    .containsExactly("/referralEmail");
        }

        @Test
        void that_says_where_referrals_go_is_needed_out_of_network() {
            Map<String, Object> body = pantry();
            body.remove("referralEmail");

            assertThat(save(Town.ADMINISTRATOR, "apple", body).pointers()).containsExactly("/referralEmail");
            assertThat(pointers("referralEmail", " ")).containsExactly("/referralEmail");
        }

        @Test
        void that_is_the_id_has_its_shape() {
            Answer answer = save(Town.ADMINISTRATOR, "not an id", pantry());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/id");
        }

        private List<String> pointers(String field, Object value) {
            Answer answer = save(Town.ADMINISTRATOR, "apple", pantry(field, value));
            assertThat(answer.status()).isEqualTo(422);
            return answer.pointers();
        }
    }

    @Nested
    class Others {

        @Test
        void are_refused_before_anything_is_looked_at() {
            assertThat(save(Town.CASEWORKER, "apple", pantry()).status()).isEqualTo(403);
            assertThat(save(Town.RECEIVER, "apple", Map.of()).status()).isEqualTo(403);
            assertThat(save(Town.CASEWORKER, "not an id", Map.of()).status()).isEqualTo(403);
            assertThat(saveText(Town.CASEWORKER, "no json").status()).isEqualTo(403);
            assertThat(save(Town.INACTIVE, "apple", pantry()).status()).isEqualTo(403);
            assertThat(Events.visitor()
                            .put("/api/listings/{id}")
                            .path("id", "apple")
                            .json(pantry())
                            .to(handler)
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void get_400_for_what_is_no_json_once_they_may() {
            assertThat(saveText(Town.ADMINISTRATOR, "no json").status()).isEqualTo(400);
        }
    }

    @Nested
    class The_address {

        @Test
        void changed_makes_older_links_dead() {
            save(Town.ADMINISTRATOR, "apple", pantry());
            save(Town.ADMINISTRATOR, "apple", pantry("referralEmail", "other@valley.example"));

            assertThat(town.listing("apple").mail().epoch()).isEqualTo(1);
        }

        @Test
        void kept_keeps_links_alive() {
            save(Town.ADMINISTRATOR, "apple", pantry());
            save(Town.ADMINISTRATOR, "apple", pantry("description", "More groceries"));

            assertThat(town.listing("apple").mail().epoch()).isZero();
            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.SUBSCRIBED);
        }
    }
}
