package org.warmhandoff.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.warmhandoff.local.Json;

/** Organizations, members, listings and clients, as {@code network.json} has them. */
final class Network {

    private final ApiCalls api;
    private final FirstAdministrator first;
    private final BiFunction<String, String, String> signUp;
    private final Map<String, String> members = new LinkedHashMap<>();

    /** @param signUp makes a sign-in of address and name, and answers its {@code sub} */
    Network(ApiCalls api, FirstAdministrator first, BiFunction<String, String, String> signUp) {
        this.api = api;
        this.first = first;
        this.signUp = signUp;
    }

    /** Writes everything and answers the members' ids by their addresses. */
    Map<String, String> plant() {
        JsonNode network = read();
        String administrator = administrator(network.path("administrator"));
        network.path("organizations")
                .properties()
                .forEach(each -> api.put(administrator, "/api/organizations/" + each.getKey(), each.getValue()));
        network.path("members").forEach(member -> add(administrator, member));
        network.path("listings")
                .properties()
                .forEach(each -> api.put(administrator, "/api/listings/" + each.getKey(), each.getValue()));
        network.path("clients")
                .properties()
                .forEach(caseworker -> caseworker
                        .getValue()
                        .properties()
                        .forEach(client -> api.put(
                                members.get(caseworker.getKey()),
                                "/api/clients/" + client.getKey(),
                                client.getValue())));
        return Map.copyOf(members);
    }

    private String administrator(JsonNode person) {
        String email = person.path("email").asText();
        String sub = signUp.apply(email, person.path("name").asText());
        first.write(
                sub,
                person.path("name").asText(),
                email,
                person.path("program").asText(),
                person.path("phone").asText(),
                person.path("organizationId").asText());
        members.put(email, sub);
        return sub;
    }

    private void add(String administrator, JsonNode person) {
        ObjectNode body = person.deepCopy();
        boolean leaves = body.remove("leaves") != null;
        JsonNode added = api.post(administrator, "/api/members", body);
        String id = added.path("id").asText(added.path("member").asText());
        members.put(person.path("email").asText(), id);
        if (leaves) {
            api.put(administrator, "/api/members/" + id, body.put("active", false));
        }
    }

    private static JsonNode read() {
        try (InputStream in = Network.class.getResourceAsStream("network.json")) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
