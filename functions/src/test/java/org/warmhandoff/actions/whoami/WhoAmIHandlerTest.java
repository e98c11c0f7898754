package org.warmhandoff.actions.whoami;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.member.Members;
import org.warmhandoff.wiring.Settings;

class WhoAmIHandlerTest {

    private final Town town = new Town();
    private final WhoAmIHandler handler = new WhoAmIHandler(new WhoAmIHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public Settings settings() {
            return town.settings();
        }
    });

    private Answer ask(Events who) {
        return who.get("/api/me").to(handler);
    }

    @Test
    void tells_a_member_who_they_are_and_the_words_of_the_ui() {
        Answer answer = ask(Events.signedIn(Town.CASEWORKER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/member").asText()).isEqualTo(Town.CASEWORKER);
        assertThat(answer.at("/name").asText()).isEqualTo("Dana Ortiz");
        assertThat(answer.at("/email").asText()).isEqualTo("dana.ortiz@town.example");
        assertThat(answer.at("/roles").toString()).isEqualTo("[\"CASEWORKER\"]");
        assertThat(answer.at("/organization").toString())
                .isEqualTo("{\"id\":\"harbor\",\"name\":\"Harbor Family Services\"}");
        assertThat(answer.at("/seenUntil").isNull()).isTrue();
        assertThat(answer.at("/reasons")).hasSize(12);
        assertThat(answer.at("/reasons/11").toString())
                .isEqualTo("{\"code\":\"OTHER\",\"label\":\"Other\",\"detailsRequired\":true}");
        assertThat(answer.at("/needs")).hasSize(15);
        assertThat(answer.at("/needs/1").toString())
                .isEqualTo("{\"code\":\"HOUSING\",\"label\":\"Housing & shelter\"}");
        assertThat(answer.at("/textNumber").asText()).isEqualTo("+19374010653");
        assertThat(answer.at("/firstTexts/en").asText()).contains("{link}", "STOP", "HELP");
        assertThat(answer.at("/firstTexts/es").asText()).contains("{link}", "STOP", "HELP");
    }

    @Test
    void any_role_will_do() {
        assertThat(ask(Events.signedIn(Town.RECEIVER)).status()).isEqualTo(200);
        assertThat(ask(Events.signedIn(Town.ADMINISTRATOR)).status()).isEqualTo(200);
    }

    @Test
    void strangers_and_former_members_are_forbidden_and_visitors_unknown() {
        assertThat(ask(Events.signedIn(Town.STRANGER)).status()).isEqualTo(403);
        assertThat(ask(Events.signedIn(Town.INACTIVE)).status()).isEqualTo(403);
        assertThat(ask(Events.visitor()).status()).isEqualTo(401);
    }

    @Test
    void takes_two_calls_of_the_table() {
        ask(Events.signedIn(Town.CASEWORKER));

        assertThat(town.table().callCount()).isEqualTo(2);
    }
}
