package org.warmhandoff.actions.savemember;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;

class SaveMemberHandlerTest {

    private final Town town = new Town();
    private final SaveMemberHandler handler = new SaveMemberHandler(new SaveMemberHandler.Wiring() {
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

    private static Map<String, Object> body(String name, List<String> roles) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("organizationId", "valley");
        body.put("program", "Housing");
        body.put("phone", null);
        body.put("roles", roles);
        return body;
    }

    private static Map<String, Object> body(String name, List<String> roles, boolean active) {
        Map<String, Object> body = body(name, roles);
        body.put("active", active);
        return body;
    }

    private Answer save(String sub, String id, Object body) {
        return Events.signedIn(sub)
                .put("/api/members/{id}")
                .path("id", id)
                .json(body)
                .to(handler);
    }

    private Member member(String id) {
        return town.members().find(new MemberId(id)).orElseThrow();
    }

    @Test
    void changes_a_member_and_leaves_what_they_have_seen() {
        town.members().seen(new MemberId(Town.CASEWORKER), town.now());

        Answer answer = save(Town.ADMINISTRATOR, Town.CASEWORKER, body("Dana Ortiz-Lee", List.of("RECEIVER")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"sub-dana\",\"name\":\"Dana Ortiz-Lee\",\"email\":\"dana.ortiz@town.example\","
                        + "\"organization\":{\"id\":\"valley\",\"name\":\"Valley Food Bank\"},"
                        + "\"program\":\"Housing\",\"phone\":null,\"roles\":[\"RECEIVER\"],\"active\":true}");
        assertThat(member(Town.CASEWORKER).seenUntil()).contains(town.now());
        assertThat(member(Town.CASEWORKER).may(Role.CASEWORKER)).isFalse();
    }

    @Test
    void inactive_means_out_at_once_and_no_sign_in() {
        Answer answer = save(Town.ADMINISTRATOR, Town.CASEWORKER, body("Dana Ortiz", List.of("CASEWORKER"), false));

        assertThat(answer.at("/active").asBoolean()).isFalse();
        assertThat(member(Town.CASEWORKER).active()).isFalse();
        assertThat(town.signIns().disabled()).containsExactly(new MemberId(Town.CASEWORKER));
    }

    @Test
    void active_again_means_a_sign_in_again_and_saying_nothing_of_it_changes_nothing() {
        save(Town.ADMINISTRATOR, Town.CASEWORKER, body("Dana Ortiz", List.of("CASEWORKER"), false));

        save(Town.ADMINISTRATOR, Town.CASEWORKER, body("Dana O.", List.of("CASEWORKER")));
        assertThat(member(Town.CASEWORKER).active()).isFalse();
        assertThat(town.signIns().disabled()).hasSize(1);

        save(Town.ADMINISTRATOR, Town.CASEWORKER, body("Dana O.", List.of("CASEWORKER"), true));
        assertThat(member(Town.CASEWORKER).active()).isTrue();
        assertThat(town.signIns().disabled()).isEmpty();
    }

    @Nested
    class The_last_administrator {

        @Test
        void cannot_put_themselves_out() {
            Answer answer = save(Town.ADMINISTRATOR, Town.ADMINISTRATOR, body("Ada", List.of("ADMINISTRATOR"), false));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.at("/type").asText()).endsWith("/last-administrator");
            assertThat(member(Town.ADMINISTRATOR).may(Role.ADMINISTRATOR)).isTrue();
            assertThat(town.signIns().disabled()).isEmpty();
        }

        @Test
        void cannot_give_the_role_away() {
            assertThat(save(Town.ADMINISTRATOR, Town.ADMINISTRATOR, body("Ada", List.of("CASEWORKER")))
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void is_not_who_has_another_beside() {
            town.add(Town.member("sub-bo", "Bo Beside", Town.VALLEY, Role.ADMINISTRATOR));

            assertThat(save(Town.ADMINISTRATOR, Town.ADMINISTRATOR, body("Ada", List.of("CASEWORKER")))
                            .status())
                    .isEqualTo(200);
            assertThat(member(Town.ADMINISTRATOR).may(Role.ADMINISTRATOR)).isFalse();
        }

        @Test
        void is_whoever_puts_the_other_out() {
            town.add(Town.member("sub-bo", "Bo Beside", Town.VALLEY, Role.ADMINISTRATOR));

            assertThat(save(Town.ADMINISTRATOR, "sub-bo", body("Bo", List.of("CASEWORKER")))
                            .status())
                    .isEqualTo(200);
            assertThat(save(Town.ADMINISTRATOR, Town.ADMINISTRATOR, body("Ada", List.of("CASEWORKER")))
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void is_found_even_where_the_index_still_shows_another() {
            town.add(Town.member("sub-bo", "Bo Beside", Town.VALLEY, Role.ADMINISTRATOR));
            town.table().holdIndexes();
            save(Town.ADMINISTRATOR, "sub-bo", body("Bo", List.of("CASEWORKER")));

            Answer answer = save(Town.ADMINISTRATOR, Town.ADMINISTRATOR, body("Ada", List.of("CASEWORKER")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(member(Town.ADMINISTRATOR).may(Role.ADMINISTRATOR)).isTrue();
        }
    }

    @Test
    void an_unknown_member_is_not_found() {
        assertThat(save(Town.ADMINISTRATOR, "sub-none", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(save(Town.ADMINISTRATOR, Town.CASEWORKER, Map.of()).pointers())
                .containsExactlyInAnyOrder("/name", "/organizationId", "/roles");
        Map<String, Object> body = body("Dana", List.of("CASEWORKER"));
        body.put("email", "nobody");
        body.put("active", "no");
        assertThat(save(Town.ADMINISTRATOR, Town.CASEWORKER, body).pointers())
                .containsExactlyInAnyOrder("/email", "/active");
    }

    @Test
    void is_for_administrators() {
        assertThat(save(Town.CASEWORKER, Town.CASEWORKER, Map.of()).status()).isEqualTo(403);
        assertThat(save(Town.RECEIVER, "sub-none", Map.of()).status()).isEqualTo(403);
    }
}
