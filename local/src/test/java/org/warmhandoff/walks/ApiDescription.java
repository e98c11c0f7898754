package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.warmhandoff.local.Json;

/**
 * {@code docs/openapi.yaml}, held against what the system does: each answer on any walk must have a status that is written down for its
 * operation, a type of content that is written down for the status, and a body that is valid by its schema. What the system took as
 * valid must be valid as written down too.
 */
final class ApiDescription {

    private static final String DOCUMENT = "https://warmhandoff.org/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    /** A method of a path. The fewer parameters its path has, the earlier it is asked whether it is meant. */
    private record Operation(String method, String path, Pattern shape, JsonNode written) {

        String name() {
            return method + " " + path;
        }

        boolean means(String thisMethod, String thisPath) {
            return method.equals(thisMethod) && shape.matcher(thisPath).matches();
        }
    }

    private ApiDescription(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, with -> with.schemas(Map.of(DOCUMENT, document.toString())));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> List.of("get", "head", "put", "post", "delete", "patch")
                                .contains(entry.getKey()))
                        .forEach(entry -> operations.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                                entry.getValue()))));
        operations.sort(Comparator.comparing(
                operation -> operation.path().chars().filter(c -> c == '{').count()));
    }

    static ApiDescription read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Object tree = new Load(LoadSettings.builder().build()).loadFromReader(reader);
            // Each schema is then whole by itself, wherever in the document it stands.
            String written =
                    Json.MAPPER.valueToTree(tree).toString().replace("\"$ref\":\"#/", "\"$ref\":\"" + DOCUMENT + "#/");
            return new ApiDescription(Json.read(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation that is written down, such as {@code GET /api/me}. */
    Set<String> operations() {
        Set<String> names = new TreeSet<>();
        operations.forEach(operation -> names.add(operation.name()));
        return names;
    }

    /** The answers that were seen, such as {@code GET /api/me 200}. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Of paths that are not written down nothing is asked. */
    void check(String method, String pathAndQuery, String body, Answer answer) {
        String path = pathAndQuery.split("\\?", 2)[0];
        Optional<Operation> meant = operations.stream()
                .filter(operation -> operation.means(method, path))
                .findFirst();
        meant.ifPresent(operation -> check(operation, body, answer));
    }

    private void check(Operation operation, String body, Answer answer) {
        String what = operation.name() + " " + answer.status();
        JsonNode response = resolved(operation.written().path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%s is not written down; it answered: %s", what, answer.body())
                .isFalse();
        seen.add(what);
        if (!answer.body().isEmpty()) {
            String type = answer.header("content-type").split(";", 2)[0].strip();
            JsonNode content = response.path("content").path(type);
            assertThat(content.isMissingNode())
                    .as("%s with %s is not written down", what, type)
                    .isFalse();
            if (type.endsWith("json")) {
                valid(what, content.path("schema"), answer.json());
            }
        }
        JsonNode taken = operation.written().path("requestBody").path("content").path("application/json");
        // A preview takes everything and says what is wrong with it.
        boolean took = taken.isObject()
                && !body.isEmpty()
                && answer.status() < 300
                && answer.json().path("errors").isEmpty();
        if (took) {
            valid("what " + what + " took", taken.path("schema"), Json.read(body));
        }
    }

    private void valid(String what, JsonNode schema, JsonNode value) {
        List<Error> errors =
                compiled.computeIfAbsent(schema, schemas::getSchema).validate(value);
        assertThat(errors).as("%s: %s", what, value).isEmpty();
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(reference.indexOf('#') + 1));
    }
}
