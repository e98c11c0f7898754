package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelKind;

class JsonWriterTest {

    private record Program(String id, Optional<String> name) {}

    private static void write(JsonWriter json, Program program) {
        json.put("id", program.id()).put("name", program.name());
    }

    @Test
    void a_resource_is_written_field_by_field_and_nothing_is_left_out() {
        byte[] bytes = JsonWriter.object(json -> json.put("text", "a \"quote\"")
                .put("number", 3)
                .put("flag", true)
                .put("at", Instant.parse("2026-11-22T10:00:00.123456Z"))
                .put("date", LocalDate.of(2026, 11, 22))
                .put("kind", ChannelKind.SMS)
                .put("some", Optional.of(ChannelKind.EMAIL))
                .put("none", Optional.empty())
                .nothing("nothing")
                .values("values", List.of("a", 1, ChannelKind.SMS))
                .object("inner", new Program("P1", Optional.of("Pantry")), JsonWriterTest::write)
                .object("absent", Optional.<Program>empty(), JsonWriterTest::write)
                .objects("list", List.of(new Program("P2", Optional.empty())), JsonWriterTest::write));

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"text\":\"a \\\"quote\\\"\",\"number\":3,\"flag\":true,\"at\":\"2026-11-22T10:00:00.123Z\","
                                + "\"date\":\"2026-11-22\",\"kind\":\"SMS\",\"some\":\"EMAIL\",\"none\":null,\"nothing\":null,"
                                + "\"values\":[\"a\",1,\"SMS\"],\"inner\":{\"id\":\"P1\",\"name\":\"Pantry\"},\"absent\":null,"
                                + "\"list\":[{\"id\":\"P2\",\"name\":null}]}");
    }
}
