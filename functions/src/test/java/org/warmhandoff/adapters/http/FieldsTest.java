package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.listing.ListingId;

class FieldsTest {

    private static Fields fields(String json) {
        return Fields.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> pointers(Fields fields) {
        InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, fields::verify);
        return invalid == null
                ? List.of()
                : invalid.errors().stream().map(FieldError::pointer).toList();
    }

    @Test
    void what_is_right_is_read() {
        Fields fields = fields("""
                {"program": "  Food Pantry ", "paused": false, "household": {"adults": 2, "childrenAges": [3, 5]},
                 "birthDate": "1990-02-28", "kind": "SMS", "kinds": ["EMAIL", "SMS", "EMAIL"], "phones": ["a", " b "],
                 "notes": " two\\nlines ", "nothing": null, "blank": "  ", "ids": ["L1", "L2"],
                 "emails": [{"address": "x"}, {"address": "y"}]}""");

        assertThat(fields.text("program", 1, 200)).isEqualTo("Food Pantry");
        assertThat(fields.flag("paused")).isFalse();
        Fields household = fields.object("household");
        assertThat(household.integer("adults", 0, 20)).isEqualTo(2);
        assertThat(household.integers("childrenAges", 10, 0, 17)).containsExactly(3, 5);
        assertThat(fields.date("birthDate")).isEqualTo(LocalDate.of(1990, 2, 28));
        assertThat(fields.oneOf("kind", ChannelKind.class)).isEqualTo(ChannelKind.SMS);
        assertThat(fields.manyOf("kinds", ChannelKind.class)).containsExactly(ChannelKind.EMAIL, ChannelKind.SMS);
        assertThat(fields.texts("phones", 0, 5, 10)).containsExactly("a", "b");
        assertThat(fields.lines("notes", 0, 500)).isEqualTo(" two\nlines ");
        assertThat(fields.optionalText("nothing", 10)).isEmpty();
        assertThat(fields.optionalText("blank", 10)).isEmpty();
        assertThat(fields.optionalText("absent", 10)).isEmpty();
        assertThat(fields.distinct("ids", 1, 20, id -> Optional.of(new ListingId(id)), "An id."))
                .containsExactly(new ListingId("L1"), new ListingId("L2"));
        assertThat(fields.objects("emails", 0, 5))
                .extracting(email -> email.text("address", 1, 254))
                .containsExactly("x", "y");
        assertThat(pointers(fields)).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Fields fields = fields("""
                {"program": "", "paused": "yes", "household": {"adults": -1}, "birthDate": "1990-02-30", "kind": "FAX",
                 "kinds": ["EMAIL", 3], "phones": "555", "notes": "too long", "ids": ["L1", "L1", "no id!"],
                 "emails": [{}, 7]}""");

        fields.text("program", 1, 200);
        fields.flag("paused");
        fields.object("household").integer("adults", 0, 20);
        fields.date("birthDate");
        fields.oneOf("kind", ChannelKind.class);
        fields.manyOf("kinds", ChannelKind.class);
        fields.texts("phones", 0, 5, 10);
        fields.lines("notes", 0, 3);
        fields.distinct("ids", 1, 20, id -> Optional.of(new ListingId(id)), "An id.");
        fields.objects("emails", 0, 5).forEach(email -> email.text("address", 1, 254));
        fields.text("missing", 1, 5);

        assertThat(pointers(fields))
                .containsExactlyInAnyOrder(
                        "/program",
                        "/paused",
                        "/household/adults",
                        "/birthDate",
                        "/kind",
                        "/kinds/1",
                        "/phones",
                        "/notes",
                        "/ids/1",
                        "/ids/2",
                        "/emails/1",
                        "/emails/0/address",
                        "/missing");
    }

    @Test
    void an_object_that_is_missing_is_one_error_and_not_one_for_each_of_its_fields() {
        Fields fields = fields("{\"name\": null}");

        Fields name = fields.object("name");
        name.text("given", 1, 50);
        name.text("family", 1, 50);

        assertThat(pointers(fields)).containsExactly("/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\nb", "a\\rSubject: x", "a\\u2028b", "\\ud800", "a\\u0007"})
    void what_is_no_line_of_text_is_refused(String text) {
        Fields fields = fields("{\"name\": \"" + text + "\"}");

        fields.text("name", 1, 50);

        assertThat(pointers(fields)).containsExactly("/name");
    }

    @Test
    void notes_may_have_lines_and_no_other_control_characters() {
        Fields fields = fields("{\"good\": \"a\\n\\tb\", \"bad\": \"a\\u0000b\"}");

        assertThat(fields.optionalLines("good", 500)).contains("a\n\tb");
        fields.optionalLines("bad", 500);

        assertThat(pointers(fields)).containsExactly("/bad");
    }

    @Test
    void numbers_are_whole_and_within_their_bounds() {
        Fields fields = fields("{\"a\": 1.0, \"b\": 1.5, \"c\": 1e999999, \"d\": 99999999999, \"e\": \"1\"}");

        assertThat(fields.integer("a", 0, 5)).isEqualTo(1);
        for (String name : List.of("b", "c", "d", "e")) {
            fields.integer(name, 0, 5);
        }

        assertThat(pointers(fields)).containsExactly("/b", "/c", "/d", "/e");
    }

    @Test
    void lists_have_their_sizes() {
        Fields fields = fields("{\"none\": [], \"many\": [\"a\", \"b\", \"c\"]}");

        fields.texts("none", 1, 2, 5);
        fields.texts("many", 1, 2, 5);
        fields.texts("absent", 1, 2, 5);
        assertThat(fields.texts("optional", 0, 2, 5)).isEmpty();

        assertThat(pointers(fields)).containsExactly("/none", "/many", "/absent");
    }

    @Test
    void a_body_that_is_no_object_is_refused_as_a_whole() {
        assertThatThrownBy(() -> fields("[]"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.errors().getFirst().pointer())
                                .isEmpty());
    }

    @Test
    void pointers_are_escaped() {
        Fields fields = fields("{}");

        fields.refuse("a/b~c", "no");

        assertThat(pointers(fields)).containsExactly("/a~1b~0c");
    }

    @Test
    void an_error_may_say_more_to_a_program() {
        Answer answer = Events.signedIn("s")
                .post("/api/referrals")
                .json("{}")
                .to((in, out, context) -> Http.api().answer(in, out, context, request -> {
                    Fields fields = request.fields();
                    fields.refuse(new FieldError(
                            fields.pointer("notes"),
                            "This looks like a phone number.",
                            Map.of("kind", "PHONE", "start", 3, "end", 15)));
                    fields.verify();
                    return ApiResponse.ok(json -> {});
                }));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer").asText()).isEqualTo("/notes");
        assertThat(answer.at("/errors/0/kind").asText()).isEqualTo("PHONE");
        assertThat(answer.at("/errors/0/start").asInt()).isEqualTo(3);
        assertThat(answer.at("/errors/0/end").asInt()).isEqualTo(15);
    }

    @Test
    void a_pointer_leads_into_a_body() {
        Json body = Json.parse("{\"a\": {\"b/c\": [10, {\"d\": true}]}}".getBytes(StandardCharsets.UTF_8));

        assertThat(body.at("/a/b~1c/1/d")).contains(new Json.Bool(true));
        assertThat(body.at("")).contains(body);
        assertThat(body.at("/a/b~1c/2")).isEmpty();
        assertThat(body.at("/a/x")).isEmpty();
    }
}
