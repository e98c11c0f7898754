package org.warmhandoff.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.organization.OrganizationId;

class ClientWordsTest {

    private static final Client CLIENT = new Client(
            new OrganizationId("harbor"),
            new ClientId("client-0001"),
            new Name("María José", "O'Brien-Núñez"),
            Optional.empty(),
            Gender.WOMAN,
            new Household(1, List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "es",
            List.of(),
            List.of(new EmailAddress("maria@example.org")),
            List.of(new PhoneNumber("+12065550142")),
            SafeContact.ANY_WAY,
            1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria",
                "MARÍA",
                "mar",
                "jose maria",
                "maria nunez",
                "o'brien",
                "OBrien",
                "brien",
                "nuñ",
                "O’Brien-Núñez",
                "206-555-0142",
                "(206) 555 0142",
                "+1 206 555 0142",
                "555-0142",
                "0142",
                "206555",
                "maria@example.org",
                "Maria@Example.org",
                "maria@ex"
            })
    void a_client_is_found_by_name_phone_and_address(String typed) {
        assertThat(ClientWords.query(typed).orElseThrow().matches(CLIENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aria", "maria smith", "555-0143", "example.org", "joe", "maria@example.com"})
    void others_are_not(String typed) {
        assertThat(ClientWords.query(typed).orElseThrow().matches(CLIENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "?!"})
    void nothing_typed_is_no_query(String typed) {
        assertThat(ClientWords.query(typed)).isEmpty();
    }

    @Test
    void the_longest_word_is_looked_up() {
        assertThat(ClientWords.query("ma nunez jo").orElseThrow().prefix()).isEqualTo("nunez");
    }
}
