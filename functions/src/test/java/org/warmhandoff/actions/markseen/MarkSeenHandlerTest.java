package org.warmhandoff.actions.markseen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Members;
import org.warmhandoff.wiring.Settings;

class MarkSeenHandlerTest {

    private final Town town = new Town();
    private final MarkSeenHandler handler = new MarkSeenHandler(new MarkSeenHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
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
        public Settings settings() {
            return town.settings();
        }
    });

    private Answer mark(Events who) {
        return who.post("/api/me/seen").to(handler);
    }

    @Test
    void answers_up_to_now_count_as_seen() {
        town.pass(Duration.ofMinutes(3));

        Answer answer = mark(Events.signedIn(Town.CASEWORKER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/seenUntil").asText()).isEqualTo("2026-11-23T15:03:00Z");
        assertThat(answer.at("/organization/id").asText()).isEqualTo("harbor");
        assertThat(town.members()
                        .find(new MemberId(Town.CASEWORKER))
                        .orElseThrow()
                        .seenUntil())
                .contains(town.now());
    }

    @Test
    void nothing_is_written_for_who_is_no_member() {
        assertThat(mark(Events.signedIn(Town.STRANGER)).status()).isEqualTo(403);
        assertThat(mark(Events.signedIn(Town.INACTIVE)).status()).isEqualTo(403);
        assertThat(town.members().find(new MemberId(Town.STRANGER))).isEmpty();
        assertThat(town.members()
                        .find(new MemberId(Town.INACTIVE))
                        .orElseThrow()
                        .seenUntil())
                .isEmpty();
    }

    @Test
    void takes_three_calls_of_the_table() {
        mark(Events.signedIn(Town.CASEWORKER));

        assertThat(town.table().callCount()).isEqualTo(3);
    }
}
