package org.warmhandoff.actions.addmember;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;

class AddMemberHandlerTest {

    private final Town town = new Town();
    private final AddMemberHandler handler = new AddMemberHandler(new AddMemberHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Roster roster() {
            return town.roster();
        }

        @Override
        public SignIns signIns() {
            return town.signIns();
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }
    });

    private static Map<String, Object> lee() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Lee Wong");
        body.put("email", "Lee@Town.example");
        body.put("organizationId", "harbor");
        body.put("program", "Housing");
        body.put("phone", "937-555-0199");
        body.put("roles", List.of("CASEWORKER", "RECEIVER"));
        return body;
    }

    private static Map<String, Object> lee(String field, Object value) {
        Map<String, Object> body = lee();
        body.put(field, value);
        return body;
    }

    private Answer add(String sub, Object body) {
        return Events.signedIn(sub).post("/api/members").json(body).to(handler);
    }

    private Answer add(String key, String sub, Object body) {
        return Events.signedIn(sub)
                .post("/api/members")
                .header("idempotency-key", key)
                .json(body)
                .to(handler);
    }

    @Nested
    class A_new_member {

        @Test
        void is_named_by_the_sign_in() {
            Answer answer = add(Town.ADMINISTRATOR, lee());

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body())
                    .isEqualTo("{\"id\":\"sub-new-1\",\"name\":\"Lee Wong\",\"email\":\"lee@town.example\","
                            + "\"organization\":{\"id\":\"harbor\",\"name\":\"Harbor Family Services\"},"
                            + "\"program\":\"Housing\",\"phone\":\"+19375550199\","
                            + "\"roles\":[\"CASEWORKER\",\"RECEIVER\"],\"active\":true}");
            assertThat(town.members()
                            .find(new MemberId("sub-new-1"))
                            .orElseThrow()
                            .may(Role.RECEIVER))
                    .isTrue();
            assertThat(town.table().callCount()).isLessThanOrEqualTo(3);
        }

        @Test
        void may_not_use_an_address_that_signs_in_already() {
            add(Town.ADMINISTRATOR, lee());

            Answer answer = add(Town.ADMINISTRATOR, lee("name", "Another Lee"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/email");
            assertThat(town.members()
                            .find(new MemberId("sub-new-1"))
                            .orElseThrow()
                            .name())
                    .isEqualTo("Lee Wong");
        }

        @Test
        void gets_the_sign_in_that_a_request_left_behind_when_it_died() {
            town.signIns().create("Lee Wong", new EmailAddress("lee@town.example"));

            Answer answer = add(Town.ADMINISTRATOR, lee());

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.at("/id").asText()).isEqualTo("sub-new-1");
        }
    }

    @Nested
    class The_same_request_again {

        @Test
        void is_answered_as_the_first_was() {
            Answer first = add("key-1", Town.ADMINISTRATOR, lee());
            Answer second = add("key-1", Town.ADMINISTRATOR, lee());

            assertThat(first.header("idempotency-replayed")).isEmpty();
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.header("idempotency-replayed")).contains("true");
            assertThat(second.body()).isEqualTo(first.body());
        }

        @Test
        void with_another_body_is_a_mistake() {
            add("key-1", Town.ADMINISTRATOR, lee());

            assertThat(add("key-1", Town.ADMINISTRATOR, lee("name", "Other")).status())
                    .isEqualTo(422);
        }

        @Test
        void is_forgotten_after_a_day() {
            add("key-1", Town.ADMINISTRATOR, lee());
            town.pass(Duration.ofHours(24));

            Answer answer = add("key-1", Town.ADMINISTRATOR, lee("email", "other@town.example"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("idempotency-replayed")).isEmpty();
        }
    }

    @Nested
    class A_field {

        @Test
        void that_is_wrong_is_named() {
            assertThat(add(Town.ADMINISTRATOR, Map.of()).pointers())
                    .containsExactlyInAnyOrder("/name", "/email", "/organizationId", "/roles");
            assertThat(pointers("name", " ")).containsExactly("/name");
            assertThat(pointers("email", "nobody")).containsExactly("/email");
            assertThat(pointers("organizationId", "nowhere")).containsExactly("/organizationId");
            assertThat(pointers("phone", "12")).containsExactly("/phone");
            assertThat(pointers("roles", List.of())).containsExactly("/roles");
            assertThat(pointers("roles", List.of("KING"))).containsExactly("/roles/0");
        }

        private List<String> pointers(String field, Object value) {
            Answer answer = add(Town.ADMINISTRATOR, lee(field, value));
            assertThat(answer.status()).isEqualTo(422);
            return answer.pointers();
        }
    }

    @Test
    void is_for_administrators() {
        assertThat(add(Town.CASEWORKER, Map.of()).status()).isEqualTo(403);
        assertThat(add("key-1", Town.RECEIVER, lee()).status()).isEqualTo(403);
        assertThat(add(Town.INACTIVE, lee()).status()).isEqualTo(403);
        assertThat(Events.visitor().post("/api/members").json(lee()).to(handler).status())
                .isEqualTo(401);
    }
}
