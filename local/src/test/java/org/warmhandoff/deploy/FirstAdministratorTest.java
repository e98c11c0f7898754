package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.LocalSystem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What {@code scripts/first-administrator} writes into a new table is an administrator as the functions know one. */
class FirstAdministratorTest {

    @Test
    void signs_in_and_administers() throws Exception {
        try (LocalSystem system = LocalSystem.start(LocalSystem.Options.inMemory(Project.TEMPLATE))) {
            JsonNode transaction = Json.read(written(system.tableName()));
            transaction.forEach(write -> system.table()
                    .client()
                    .putItem(put -> put.tableName(system.tableName())
                            .item(attributes(write.path("Put").path("Item")))));

            JsonNode me = Json.read(HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(system.address() + "/api/me"))
                                    .header("Authorization", "Bearer " + system.token("ada"))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body());
            assertThat(me.path("name").asText()).isEqualTo("Ada Park");
            assertThat(me.path("roles").path(0).asText()).isEqualTo("ADMINISTRATOR");
            assertThat(me.path("organization").path("name").asText()).isEqualTo("Warm Handoff Network");
        }
    }

    private static byte[] written(String table) throws Exception {
        Process process = new ProcessBuilder(
                        "python3",
                        Project.path("scripts/first-administrator.py").toString(),
                        "ada",
                        "ada@example.org",
                        "Ada Park",
                        "network",
                        "Warm Handoff Network",
                        "America/Chicago",
                        table)
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    private static Map<String, AttributeValue> attributes(JsonNode map) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        map.properties().forEach(each -> attributes.put(each.getKey(), attribute(each.getValue())));
        return attributes;
    }

    private static AttributeValue attribute(JsonNode value) {
        var only = value.properties().iterator().next();
        return switch (only.getKey()) {
            case "S" -> AttributeValue.fromS(only.getValue().asText());
            case "N" -> AttributeValue.fromN(only.getValue().asText());
            case "BOOL" -> AttributeValue.fromBool(only.getValue().asBoolean());
            case "M" -> AttributeValue.fromM(attributes(only.getValue()));
            case "L" ->
                AttributeValue.fromL(only.getValue()
                        .valueStream()
                        .map(FirstAdministratorTest::attribute)
                        .toList());
            default -> throw new IllegalArgumentException(only.getKey());
        };
    }
}
