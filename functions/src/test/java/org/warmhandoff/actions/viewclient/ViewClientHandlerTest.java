package org.warmhandoff.actions.viewclient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.member.Members;

class ViewClientHandlerTest {

    private final Town town = new Town();
    private final ViewClientHandler handler = new ViewClientHandler(new ViewClientHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public ClientBook clientBook() {
            return town.clientBook();
        }

        @Override
        public ChannelStates channelStates() {
            return town.channelStates();
        }
    });

    @BeforeEach
    void a_client() {
        town.save(Town.client("client-1", "Ann", "Anders"));
        town.table().forgetCalls();
    }

    private Answer view(String sub, String id) {
        return Events.signedIn(sub).get("/api/clients/{id}").path("id", id).to(handler);
    }

    @Test
    void shows_a_client_whole() {
        Answer answer = view(Town.CASEWORKER, "client-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"client-1\",\"name\":{\"given\":\"Ann\",\"family\":\"Anders\"},\"birthDate\":null,"
                        + "\"gender\":\"UNDISCLOSED\",\"household\":{\"adults\":1,\"childrenAges\":[4]},"
                        + "\"address\":\"9 Elm Street\",\"zip\":\"45501\",\"timeZone\":null,\"language\":\"en\","
                        + "\"needs\":[\"FOOD\"],"
                        + "\"emails\":[{\"address\":\"ann@client.example\",\"state\":\"UNKNOWN\"}],"
                        + "\"phones\":[{\"number\":\"+19375550155\",\"state\":\"UNKNOWN\"}],"
                        + "\"safeContact\":{\"doNotContact\":false,\"notes\":null}}");
        assertThat(town.table().callCount()).isEqualTo(3);
    }

    @Test
    void what_is_unknown_and_what_is_anothers_is_the_same() {
        Answer unknown = view(Town.CASEWORKER, "client-9");
        Answer anothers = view(Town.VALLEY_CASEWORKER, "client-1");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(anothers.status()).isEqualTo(404);
        assertThat(anothers.body()).isEqualTo(unknown.body());
        assertThat(view(Town.CASEWORKER, "x").body()).isEqualTo(unknown.body());
    }

    @Test
    void is_for_caseworkers() {
        assertThat(view(Town.ADMINISTRATOR, "client-1").status()).isEqualTo(403);
        assertThat(view(Town.RECEIVER, "client-9").status()).isEqualTo(403);
        assertThat(view(Town.INACTIVE, "x").status()).isEqualTo(403);
    }
}
