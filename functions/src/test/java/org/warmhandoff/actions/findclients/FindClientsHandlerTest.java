package org.warmhandoff.actions.findclients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.ClientRows;
import org.warmhandoff.member.Members;

class FindClientsHandlerTest {

    private final Town town = new Town();
    private final FindClientsHandler handler = new FindClientsHandler(new FindClientsHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public ClientRows clientRows() {
            return town.clientRows();
        }

        @Override
        public ChannelStates channelStates() {
            return town.channelStates();
        }
    });

    @BeforeEach
    void some_clients() {
        town.save(Town.client("client-1", "María", "Núñez"));
        town.save(Town.client("client-2", "Ann", "Anders"));
        town.save(Town.client("client-3", "Bo", "O'Brien"));
        town.table().forgetCalls();
    }

    private Answer find(String sub, String... query) {
        var event = Events.signedIn(sub).get("/api/clients");
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event.to(handler);
    }

    private static List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.at("/clients").forEach(client -> ids.add(client.path("id").asText()));
        return ids;
    }

    @Test
    void nothing_looked_for_lists_everybody_by_family_name() {
        assertThat(ids(find(Town.CASEWORKER))).containsExactly("client-2", "client-1", "client-3");
        assertThat(ids(find(Town.CASEWORKER, "q", "  "))).hasSize(3);
    }

    @Test
    void finds_by_the_beginning_of_a_name_whatever_its_marks() {
        assertThat(ids(find(Town.CASEWORKER, "q", "MARIA"))).containsExactly("client-1");
        assertThat(ids(find(Town.CASEWORKER, "q", "nuñ"))).containsExactly("client-1");
        assertThat(ids(find(Town.CASEWORKER, "q", "maria nunez"))).containsExactly("client-1");
        assertThat(ids(find(Town.CASEWORKER, "q", "maria anders"))).isEmpty();
        assertThat(ids(find(Town.CASEWORKER, "q", "brien"))).containsExactly("client-3");
    }

    @Test
    void lists_a_client_once_however_many_words_match() {
        assertThat(ids(find(Town.CASEWORKER, "q", "an"))).containsExactly("client-2");
    }

    @Test
    void finds_by_digits_and_by_address() {
        assertThat(ids(find(Town.CASEWORKER, "q", "(937) 555-0155"))).hasSize(3);
        assertThat(ids(find(Town.CASEWORKER, "q", "0155"))).hasSize(3);
        assertThat(ids(find(Town.CASEWORKER, "q", "ann@client.example"))).containsExactly("client-2");
    }

    @Test
    void shows_what_may_be_written_to() {
        var row = find(Town.CASEWORKER, "q", "ann").at("/clients/0");

        assertThat(row.path("name").toString()).isEqualTo("{\"given\":\"Ann\",\"family\":\"Anders\"}");
        assertThat(row.path("emails").toString())
                .isEqualTo("[{\"address\":\"ann@client.example\",\"state\":\"UNKNOWN\"}]");
        assertThat(row.path("phones").toString()).isEqualTo("[{\"number\":\"+19375550155\",\"state\":\"UNKNOWN\"}]");
    }

    @Test
    void goes_on_page_by_page() {
        Answer first = find(Town.CASEWORKER, "q", "0155", "limit", "2");
        Answer second = find(
                Town.CASEWORKER,
                "q",
                "0155",
                "limit",
                "2",
                "cursor",
                first.at("/cursor").asText());

        assertThat(ids(first)).hasSize(2);
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.at("/cursor").isNull()).isTrue();
        assertThat(find(
                                Town.CASEWORKER,
                                "q",
                                "maria",
                                "cursor",
                                first.at("/cursor").asText())
                        .pointers())
                .containsExactly("/?cursor");
    }

    @Test
    void another_organization_finds_nothing() {
        assertThat(ids(find(Town.VALLEY_CASEWORKER))).isEmpty();
        assertThat(ids(find(Town.VALLEY_CASEWORKER, "q", "ann"))).isEmpty();
    }

    @Test
    void is_for_caseworkers() {
        assertThat(find(Town.ADMINISTRATOR).status()).isEqualTo(403);
        assertThat(find(Town.RECEIVER).status()).isEqualTo(403);
        assertThat(find(Town.INACTIVE).status()).isEqualTo(403);
    }

    @Test
    void takes_the_caller_one_query_and_one_batch() {
        find(Town.CASEWORKER, "q", "ann");

        assertThat(town.table().callCount()).isEqualTo(3);
    }
}
