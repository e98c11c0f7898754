package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.referral.Status;

/** Whatever is sent, the answer is one of ours, and never that something is broken. */
class HttpFuzzTest {

    private static final int CASES = Integer.getInteger("http.fuzz.cases", 4_000);

    private static final List<String> SEEDS = List.of(
            "{\"clientId\":\"C-0000001\",\"listingIds\":[\"L1\",\"L2\"],\"consent\":{\"given\":true,\"kind\":\"SMS\"},\"notes\":\"é 🙂\",\"n\":3}",
            "{\"date\":\"2026-11-22\",\"flag\":false,\"emails\":[{\"address\":\"a@example.org\"}],\"x\":null,\"n\":-1.5e3}",
            "[[[[]]],1e400,\"\\ud83d\\ude42\\u0000\",{}]");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=\"\"",
            "text/plain",
            "",
            ";;;=");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u0000",
            "\r\nSet-Cookie: a=b",
            "\u202e",
            "../../..",
            "%",
            "%00",
            "{token}",
            "𝒳".repeat(300),
            "-1",
            "1e99",
            "null",
            "<script>",
            "\"; DROP",
            "\ud800");

    private final Random random = new Random(20261122);

    private final RequestStreamHandler handler = (in, out, context) -> Http.withPages(new Site(
                    "https://refer.example.org",
                    Optional.empty(),
                    status -> PageResponse.html(status, "error", PageResponse.policy("sha256-x"))))
            .answer(in, out, context, request -> {
                if (request.isPage()) {
                    Form form = request.form();
                    form.choice(Status.class, "status");
                    form.filled("details");
                    return PageResponse.html(200, Boolean.toString(form.isOneClick()), "default-src 'none'");
                }
                request.member();
                request.idempotencyKey();
                request.limit();
                request.position();
                request.query(Status.class, "status");
                request.query("flag", true);
                request.sourceNetwork();
                Fields fields = request.fields();
                fields.text("clientId", 8, 40);
                fields.texts("listingIds", 1, 20, 40);
                fields.object("consent").oneOf("kind", ChannelKind.class);
                fields.lines("notes", 0, 500);
                fields.integer("n", 0, 5);
                fields.optionalDate("date");
                fields.flag("flag");
                fields.objects("emails", 0, 3).forEach(email -> email.text("address", 1, 254));
                fields.verify();
                return ApiResponse.ok(json -> json.put("hash", request.bodyHash()))
                        .taggedFor(request);
            });

    @Test
    void no_event_of_the_gateway_breaks_it() {
        for (int i = 0; i < CASES; i++) {
            Events.Event event = random.nextInt(5) == 0
                    ? Events.visitor().post("/r/{token}/accept")
                    : Events.signedIn("s").post("/api/referrals/{id}");
            event.path("id", random.nextInt(4) == 0 ? odd() : "R1").path("token", odd());
            body(event);
            for (String name : List.of("limit", "cursor", "status", "flag")) {
                if (random.nextInt(8) == 0) {
                    event.query(name, odd());
                }
            }
            for (String name :
                    List.of("origin", "idempotency-key", "if-none-match", "sec-fetch-site", "content-type")) {
                if (random.nextInt(8) == 0) {
                    event.header(name, odd());
                }
            }

            Answer answer = event.to(handler);

            assertThat(answer.status()).as("case %d: %s", i, event.raw()).isBetween(200, 499);
        }
    }

    @Test
    void no_bytes_at_all_break_it() throws IOException {
        byte[] whole = Events.signedIn("s").post("/api/referrals/{id}").json(SEEDS.getFirst()).stream()
                .readAllBytes();
        for (int i = 0; i < CASES; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            handler.handleRequest(new ByteArrayInputStream(mutated(whole)), out, new TestContext());

            assertThat(out.toString(StandardCharsets.UTF_8)).as("case %d", i).matches("(?s)\\{\"statusCode\":[234].*");
        }
    }

    private void body(Events.Event event) {
        byte[] seed = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        byte[] body = random.nextInt(10) == 0 ? seed : mutated(seed);
        String type = TYPES.get(random.nextInt(3) == 0 ? random.nextInt(TYPES.size()) : 0);
        event.header("content-type", type);
        if (random.nextBoolean()) {
            event.raw().put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        } else {
            event.raw()
                    .put("body", new String(body, StandardCharsets.UTF_8))
                    .put("isBase64Encoded", random.nextInt(20) == 0);
        }
    }

    private byte[] mutated(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] = (byte) "{}[]\",:\\0e-".charAt(random.nextInt(11));
                case 2 -> changed = Arrays.copyOf(changed, Math.max(1, at));
                default -> System.arraycopy(bytes, 0, changed, at, Math.min(changed.length - at, random.nextInt(9)));
            }
        }
        return changed;
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }
}
