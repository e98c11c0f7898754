package org.warmhandoff.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.local.Json;

class TemplateTest {

    private static final LocalValues VALUES = new LocalValues() {
        @Override
        public Map<String, String> parameters() {
            return Map.of("PublicAddress", "http://here");
        }

        @Override
        public Optional<String> reference(String id, String type) {
            return type.equals("AWS::Unknown") ? Optional.empty() : Optional.of("ref:" + id);
        }

        @Override
        public Optional<String> attribute(String id, String type, String attribute) {
            return Optional.of("arn:aws:x:r:a:" + id);
        }

        @Override
        public Optional<String> secret(String setting) {
            return setting.equals("KNOWN_KEY") ? Optional.of("secret") : Optional.empty();
        }
    };

    private static String sample() throws IOException {
        try (var in = TemplateTest.class.getResourceAsStream("/sample-template.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Template read(String yaml) {
        return Template.read(new StringReader(yaml), VALUES);
    }

    @Test
    void functions_have_what_globals_say_and_what_they_say_themselves() throws IOException {
        FunctionDeclaration sweep = read(sample()).functions().get("SweepFunction");

        assertThat(sweep.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(sweep.environment()).containsEntry("TABLE_NAME", "ref:Table").containsEntry("QUEUE_URL", "ref:Work");
        assertThat(sweep.events())
                .containsExactly(new EventSource.Rule("Rule", new Recurrence(Duration.ofMinutes(5)), Optional.empty()));
    }

    @Test
    void routes_are_closed_unless_they_say_none() throws IOException {
        Map<String, EventSource.Access> access = read(sample()).routes().stream()
                .collect(java.util.stream.Collectors.toMap(
                        routed -> routed.route().path(),
                        routed -> routed.route().access()));

        assertThat(access.get("/x/{token}")).isEqualTo(new EventSource.Access.Open());
        assertThat(access.get("/api/things/{id}"))
                .isEqualTo(new EventSource.Access.Token(
                        "https://cognito-idp.us-east-1.amazonaws.com/ref:Members",
                        List.of("ref:Browser"),
                        List.of("sample/api")));
    }

    @Test
    void the_queue_names_where_failures_go() throws IOException {
        assertThat(read(sample()).queues().get("Work"))
                .isEqualTo(new QueueDeclaration(
                        "Work",
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        Optional.of(new QueueDeclaration.Redrive("Failed", 2))));
    }

    @Nested
    class The_start_is_stopped {

        private void refuses(String from, String to, String message) throws IOException {
            String changed = sample().replace(from, to);
            assertThat(changed).isNotEqualTo(sample());
            assertThatThrownBy(() -> read(changed))
                    .isInstanceOf(TemplateProblem.class)
                    .hasMessageContaining(message);
        }

        @Test
        void by_an_unknown_property_of_a_function() throws IOException {
            refuses("Timeout: 5", "Timeout: 5\n    Layers: [x]", "EchoFunction: the local system does not know Layers");
        }

        @Test
        void by_an_unknown_property_of_a_route() throws IOException {
            refuses("Method: GET,", "Method: GET, Cors: true,", "does not know Cors");
        }

        @Test
        void by_an_unknown_property_of_an_event_source() throws IOException {
            refuses("BatchSize: 3", "BatchSize: 3\n            TumblingWindowInSeconds: 1", "TumblingWindowInSeconds");
        }

        @Test
        void by_an_unknown_type_of_event_source() throws IOException {
            refuses("Type: Schedule,", "Type: MSK,", "events of type MSK");
        }

        @Test
        void by_a_filter_that_it_cannot_honor() throws IOException {
            refuses("\"prefix\":\"MSG#\"", "\"cidr\":\"10.0.0.0/8\"", "filter rule cidr");
        }

        @Test
        void by_a_secret_without_a_local_value() throws IOException {
            refuses(
                    "QUEUE_URL: !Ref Work",
                    "NEW_KEY: '{{resolve:secretsmanager:x:SecretString:key}}'",
                    "NEW_KEY: comes from a secret");
        }

        @Test
        void by_a_reference_without_a_local_value() throws IOException {
            refuses(
                    "Members: {Type: AWS::Cognito::UserPool}",
                    "Members: {Type: AWS::Unknown}",
                    "no local value for Ref");
        }

        @Test
        void by_a_name_that_is_nothing() throws IOException {
            refuses("QUEUE_URL: !Ref Work", "QUEUE_URL: !Ref Wrok", "names Wrok");
        }
    }

    @Nested
    class Intrinsic_functions {

        private Object resolved(String value) {
            Map<String, Object> template = YamlTree.read(new StringReader("""
                    Parameters: {A: {Type: String, Default: x}, PublicAddress: {Type: String, Default: y}, L: {Type: CommaDelimitedList, Default: 'p, q'}}
                    Mappings: {M: {row: {column: cell}}}
                    Conditions:
                      Yes1: !Equals [!Ref A, x]
                      No1: !Not [!Condition Yes1]
                      Both: !And [!Condition Yes1, !Not [!Condition No1]]
                      Either: !Or [!Condition No1, !Condition Both]
                    Resources: {Q: {Type: AWS::SQS::Queue}}
                    Value: %s
                    """.formatted(value)));
            return new Intrinsics(template, VALUES)
                    .resolve(template.get("Value"), "Value")
                    .orElse(null);
        }

        @Test
        void are_answered_as_cloudformation_answers_them() {
            assertThat(resolved("!Ref A")).isEqualTo("x");
            assertThat(resolved("!Ref PublicAddress")).isEqualTo("http://here");
            assertThat(resolved("!Ref AWS::NoValue")).isNull();
            assertThat(resolved("!GetAtt Q.Arn")).isEqualTo("arn:aws:x:r:a:Q");
            assertThat(resolved("!Sub 'a-${A}-${Q.Arn}-${!Kept}-${AWS::Region}'"))
                    .isEqualTo("a-x-arn:aws:x:r:a:Q-${Kept}-us-east-1");
            assertThat(resolved("!Sub ['${Own}!', {Own: !Ref A}]")).isEqualTo("x!");
            assertThat(resolved("!If [Yes1, 1, 2]")).isEqualTo(1L);
            assertThat(resolved("!If [No1, 1, !If [Either, 3, 4]]")).isEqualTo(3L);
            assertThat(resolved("{kept: 1, gone: !If [No1, 1, !Ref AWS::NoValue]}"))
                    .isEqualTo(Map.of("kept", 1L));
            assertThat(resolved("!Join [', ', [a, !Ref A]]")).isEqualTo("a, x");
            assertThat(resolved("!Select [1, !Split ['-', a-b-c]]")).isEqualTo("b");
            assertThat(resolved("!Select [1, !Ref L]")).isEqualTo("q");
            assertThat(resolved("!FindInMap [M, row, column]")).isEqualTo("cell");
        }
    }

    @Nested
    class Event_filters {

        private boolean passes(String pattern, String event) {
            JsonNode json = Json.read(event);
            return EventFilter.of(Json.read(pattern), "test").test(json);
        }

        @Test
        void match_by_value_and_by_rule() {
            assertThat(passes("{\"a\":[\"x\",\"y\"]}", "{\"a\":\"y\"}")).isTrue();
            assertThat(passes("{\"a\":[\"x\"]}", "{\"a\":\"y\"}")).isFalse();
            assertThat(passes("{\"a\":{\"b\":[{\"prefix\":\"M#\"}]}}", "{\"a\":{\"b\":\"M#1\"}}"))
                    .isTrue();
            assertThat(passes("{\"a\":[{\"anything-but\":[\"x\"]}]}", "{\"a\":\"x\"}"))
                    .isFalse();
            assertThat(passes("{\"a\":[{\"exists\":false}]}", "{}")).isTrue();
            assertThat(passes("{\"a\":[{\"exists\":true}]}", "{}")).isFalse();
            assertThat(passes("{\"$or\":[{\"a\":[1]},{\"b\":[2]}]}", "{\"b\":2.0}"))
                    .isTrue();
        }
    }
}
