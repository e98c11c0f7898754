package org.warmhandoff.actions.saveclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.DynamoClientBook;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.ClientWords;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Members;

class SaveClientHandlerTest {

    private final Town town = new Town();
    private final List<Client> closed = new ArrayList<>();
    private final SaveClientHandler handler = new SaveClientHandler(new SaveClientHandler.Wiring() {
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
        public ClientBook clientBook() {
            return new DynamoClientBook(town.table(), client -> {
                closed.add(client);
                return List.of();
            });
        }

        @Override
        public ChannelStates channelStates() {
            return town.channelStates();
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }
    });

    private Answer save(String sub, String id, Object body) {
        return Events.signedIn(sub)
                .put("/api/clients/{id}")
                .path("id", id)
                .json(body)
                .to(handler);
    }

    private static Map<String, Object> ann() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", Map.of("given", "Ann", "family", "Anders"));
        body.put("birthDate", "1990-05-17");
        body.put("gender", "WOMAN");
        body.put("household", Map.of("adults", 2, "childrenAges", List.of(0, 17)));
        body.put("address", "9 Elm Street");
        body.put("zip", "45501-1234");
        body.put("timeZone", "America/Chicago");
        body.put("language", "es");
        body.put("needs", List.of("FOOD"));
        body.put("emails", List.of(Map.of("address", "Ann@Client.example")));
        body.put("phones", List.of(Map.of("number", "(937) 555-0155")));
        body.put("safeContact", Map.of("doNotContact", false, "notes", "Not on Mondays"));
        return body;
    }

    private static Map<String, Object> ann(String field, Object value) {
        Map<String, Object> body = ann();
        body.put(field, value);
        return body;
    }

    private List<String> found(String words) {
        return town
                .clientRows()
                .matching(Town.HARBOR, ClientWords.query(words).orElseThrow(), Optional.empty(), 10)
                .items()
                .stream()
                .map(ClientRow::id)
                .map(ClientId::value)
                .toList();
    }

    @Test
    void a_new_client_is_echoed_in_its_normal_form() {
        Answer answer = save(Town.CASEWORKER, "client-1", ann());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"client-1\",\"name\":{\"given\":\"Ann\",\"family\":\"Anders\"},"
                        + "\"birthDate\":\"1990-05-17\",\"gender\":\"WOMAN\","
                        + "\"household\":{\"adults\":2,\"childrenAges\":[0,17]},"
                        + "\"address\":\"9 Elm Street\",\"zip\":\"45501\",\"timeZone\":\"America/Chicago\","
                        + "\"language\":\"es\",\"needs\":[\"FOOD\"],"
                        + "\"emails\":[{\"address\":\"ann@client.example\",\"state\":\"UNKNOWN\"}],"
                        + "\"phones\":[{\"number\":\"+19375550155\",\"state\":\"UNKNOWN\"}],"
                        + "\"safeContact\":{\"doNotContact\":false,\"notes\":\"Not on Mondays\"}}");
        assertThat(town.table().callCount()).isEqualTo(4);
    }

    @Test
    void a_replaced_one_is_found_by_its_new_name_alone() {
        save(Town.CASEWORKER, "client-1", ann());

        Answer answer = save(Town.CASEWORKER, "client-1", Map.of("name", Map.of("given", "Nina")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/emails")).isEmpty();
        assertThat(found("nina")).containsExactly("client-1");
        assertThat(found("ann")).isEmpty();
        assertThat(found("0155")).isEmpty();
        assertThat(found("ann@client.example")).isEmpty();
    }

    @Test
    void the_same_id_of_another_organization_is_another_client() {
        save(Town.CASEWORKER, "client-1", ann());

        Answer answer = save(Town.VALLEY_CASEWORKER, "client-1", Map.of("name", Map.of("given", "Vic")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(found("ann")).containsExactly("client-1");
        assertThat(town.clientBook()
                        .find(Town.HARBOR, new ClientId("client-1"))
                        .orElseThrow()
                        .name()
                        .given())
                .isEqualTo("Ann");
    }

    @Test
    void who_is_saved_by_two_at_once_keeps_no_word_of_the_loser() {
        save(Town.CASEWORKER, "client-1", ann());
        town.table().failNext(MemoryTable.Fault.CONFLICT, MemoryTable.Fault.CONFLICT);

        assertThat(save(Town.CASEWORKER, "client-1", ann("name", Map.of("family", "Last")))
                        .status())
                .isEqualTo(200);
        assertThat(found("last")).containsExactly("client-1");
        assertThat(found("anders")).isEmpty();
    }

    @Test
    void what_is_owed_is_closed_when_contact_is_forbidden_and_only_then() {
        save(Town.CASEWORKER, "client-1", ann());
        assertThat(closed).isEmpty();

        save(Town.CASEWORKER, "client-1", ann("safeContact", Map.of("doNotContact", true)));
        assertThat(closed).extracting(Client::id).containsExactly(new ClientId("client-1"));

        save(Town.CASEWORKER, "client-1", ann("safeContact", Map.of("doNotContact", true)));
        assertThat(closed).hasSize(1);
    }

    @Nested
    class A_field {

        @Test
        void that_is_wrong_is_named() {
            assertThat(pointers(Map.of())).containsExactly("/name");
            assertThat(pointers(ann("name", Map.of()))).containsExactly("/name/given");
            assertThat(pointers(ann("name", Map.of("given", "x".repeat(101))))).containsExactly("/name/given");
            assertThat(pointers(ann("birthDate", "17.5.1990"))).containsExactly("/birthDate");
            assertThat(pointers(ann("birthDate", "2026-11-25"))).containsExactly("/birthDate");
            assertThat(pointers(ann("birthDate", "1899-12-31"))).containsExactly("/birthDate");
            assertThat(pointers(ann("gender", "FEMALE"))).containsExactly("/gender");
            assertThat(pointers(ann("household", Map.of("adults", -1, "childrenAges", List.of(3, 18)))))
                    .containsExactlyInAnyOrder("/household/adults", "/household/childrenAges/1");
            assertThat(pointers(ann("zip", "45"))).containsExactly("/zip");
            assertThat(pointers(ann("timeZone", "Here"))).containsExactly("/timeZone");
            assertThat(pointers(ann("language", "Spanish"))).containsExactly("/language");
            assertThat(pointers(ann("needs", List.of("GOLD")))).containsExactly("/needs/0");
            assertThat(pointers(ann("emails", List.of(Map.of("address", "nobody")))))
                    .containsExactly("/emails/0/address");
            assertThat(pointers(
                            ann("emails", List.of(Map.of("address", "a@b.example"), Map.of("address", "A@B.example")))))
                    .containsExactly("/emails/1/address");
            assertThat(pointers(ann("phones", List.of(Map.of("number", "12"))))).containsExactly("/phones/0/number");
            assertThat(pointers(ann("phones", List.of(Map.of())))).containsExactly("/phones/0/number");
            assertThat(pointers(ann("safeContact", Map.of("notes", "x".repeat(501)))))
                    .containsExactly("/safeContact/notes");
        }

        @Test
        void that_is_the_id_has_its_shape() {
            Answer answer = save(Town.CASEWORKER, "short", ann());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/id");
        }

        private List<String> pointers(Object body) {
            Answer answer = save(Town.CASEWORKER, "client-1", body);
            assertThat(answer.status()).isEqualTo(422);
            return answer.pointers();
        }
    }

    @Test
    void is_for_caseworkers() {
        assertThat(save(Town.ADMINISTRATOR, "client-1", Map.of()).status()).isEqualTo(403);
        assertThat(save(Town.RECEIVER, "short", Map.of()).status()).isEqualTo(403);
        assertThat(save(Town.INACTIVE, "client-1", ann()).status()).isEqualTo(403);
    }

    @Test
    void nothing_of_a_client_is_logged() {
        Answer answer = save(Town.CASEWORKER, "client-1", ann());

        assertThat(String.join("\n", answer.log()))
                .doesNotContain("Ann")
                .doesNotContain("555")
                .doesNotContain("Elm");
    }
}
