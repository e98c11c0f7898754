package org.warmhandoff.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.adapters.dynamo.Key;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.dynamo.Position;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Status;

class HttpTest {

    private static final String ROUTE = "/api/referrals/{id}";
    private static final String POLICY = PageResponse.policy("sha256-abc");

    private static RequestStreamHandler api(Http.Action action) {
        return (in, out, context) -> Http.api().answer(in, out, context, action);
    }

    private static RequestStreamHandler pages(Optional<String> secret, Http.Action action) {
        Site site = new Site(
                "https://refer.example.org/",
                secret,
                status -> PageResponse.html(status, "<!doctype html><title>error " + status + "</title>", POLICY));
        return (in, out, context) -> Http.withPages(site).answer(in, out, context, action);
    }

    private static Answer api(Events.Event event, Http.Action action) {
        return event.to(api(action));
    }

    private static ApiRequest read(Events.Event event) {
        AtomicReference<ApiRequest> read = new AtomicReference<>();
        event.to(api(request -> {
            read.set(request);
            return ApiResponse.ok(json -> {});
        }));
        return read.get();
    }

    @Nested
    class Answers {

        @Test
        void carry_the_resource_and_the_id_of_the_request() {
            Answer answer = api(
                    Events.signedIn("sub-1").get(ROUTE).path("id", "R1"),
                    request -> ApiResponse.ok(json -> json.put("id", request.path("id"))
                            .put("by", request.member().value())
                            .put("note", "é \"🙂\"")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-type")).contains("application/json");
            assertThat(answer.header("x-request-id")).contains("request-1");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.at("/id").asText()).isEqualTo("R1");
            assertThat(answer.at("/by").asText()).isEqualTo("sub-1");
            assertThat(answer.at("/note").asText()).isEqualTo("é \"🙂\"");
        }

        @Test
        void to_head_are_those_to_get_without_their_body() {
            Answer answer = api(
                    Events.signedIn("sub-1").head(ROUTE),
                    request -> ApiResponse.ok(json -> json.put("method", request.method())));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("content-type")).isPresent();
        }

        @Test
        void are_not_sent_twice_to_who_has_them() {
            Http.Action list =
                    request -> ApiResponse.ok(json -> json.put("n", 1)).taggedFor(request);
            String tag =
                    api(Events.signedIn("s").get(ROUTE), list).header("etag").orElseThrow();

            Answer again = api(Events.signedIn("s").get(ROUTE).header("If-None-Match", "\"x\", W/" + tag), list);
            Answer changed = api(
                    Events.signedIn("s").get(ROUTE).header("If-None-Match", tag),
                    request -> ApiResponse.ok(json -> json.put("n", 2)).taggedFor(request));

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("etag")).contains(tag);
            assertThat(changed.status()).isEqualTo(200);
        }

        @Test
        void to_a_warm_up_are_given_before_anything_is_done() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            api(request -> {
                        throw new AssertionError("nothing is to be done");
                    })
                    .handleRequest(
                            new ByteArrayInputStream("{\"source\":\"warm-up\"}".getBytes(StandardCharsets.UTF_8)),
                            out,
                            null);

            assertThat(out).hasToString("{}");
        }
    }

    @Nested
    class Failures {

        @Test
        void become_problems() {
            Answer answer = api(Events.visitor().get(ROUTE), request -> {
                request.member();
                return ApiResponse.ok(json -> {});
            });

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("content-type")).contains("application/problem+json");
            assertThat(answer.at("/type").asText()).isEqualTo("https://warmhandoff.org/problems/unauthorized");
            assertThat(answer.at("/status").asInt()).isEqualTo(401);
        }

        @Test
        void that_nobody_expected_are_logged_by_class_and_answered_blank() {
            Answer answer = api(Events.signedIn("s").get(ROUTE), request -> {
                throw new IllegalStateException("Maria Garcia, 1980-02-29");
            });

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Maria");
            assertThat(answer.log())
                    .singleElement()
                    .asString()
                    .contains("IllegalStateException", "HttpTest")
                    .doesNotContain("Maria");
        }

        @Test
        void of_a_busy_table_ask_to_come_again() {
            Answer answer = api(Events.signedIn("s").get(ROUTE), request -> {
                throw new TableBusy("conflict");
            });

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).contains("1");
        }

        @Test
        void over_a_limit_say_when_to_come_again() {
            Answer answer = api(Events.signedIn("s").get(ROUTE), request -> {
                throw new TooManyRequests(Duration.ofMillis(90_001));
            });

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("retry-after")).contains("91");
        }

        @Test
        void to_find_something_are_alike_byte_for_byte() {
            Answer mangled = api(
                    Events.signedIn("s").get(ROUTE).path("id", "not an id!"),
                    request -> ApiResponse.ok(json ->
                            json.put("id", request.id("id", ReferralId::new).value())));
            Answer unknown = api(
                    Events.signedIn("s").get(ROUTE).path("id", "R1"),
                    request -> Problem.notFound().response());

            assertThat(mangled.status()).isEqualTo(404);
            assertThat(mangled.raw()).isEqualTo(unknown.raw());
            assertThat(unknown.body()).doesNotContain("R1");
        }

        @Test
        void of_the_state_carry_the_referral() {
            Answer answer = api(
                    Events.signedIn("s").post(ROUTE),
                    request -> Problem.conflict("not-open", "It is closed", json -> json.put("status", Status.CANCELED))
                            .response());

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.at("/referral/status").asText()).isEqualTo("CANCELED");
        }

        @Test
        void of_an_event_that_is_none_are_problems_too() throws IOException {
            for (String event : List.of("", "[]", "{", "null", "{\"body\":\"*\",\"isBase64Encoded\":true}")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                api(request -> ApiResponse.ok(json -> {}))
                        .handleRequest(
                                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                                out,
                                new TestContext());
                assertThat(out.toString(StandardCharsets.UTF_8)).as(event).contains("\"statusCode\":400");
            }
        }
    }

    @Nested
    class Bodies {

        @Test
        void are_read_in_either_encoding() {
            Http.Action echo = request ->
                    ApiResponse.ok(json -> json.put("notes", request.fields().lines("notes", 0, 500)));

            assertThat(api(Events.signedIn("s").post(ROUTE).json("{\"notes\":\"é\"}"), echo)
                            .at("/notes")
                            .asText())
                    .isEqualTo("é");
            assertThat(api(Events.signedIn("s").post(ROUTE).body("application/json", "{\"notes\":\"é\"}"), echo)
                            .at("/notes")
                            .asText())
                    .isEqualTo("é");
        }

        @Test
        void over_64_kilobytes_are_too_large_before_the_action_sees_them() {
            Http.Action action = request -> ApiResponse.ok(
                    json -> json.put("size", request.json().toString().length()));
            String full = "{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}";

            assertThat(api(Events.signedIn("s").post(ROUTE).json(full), action).status())
                    .isEqualTo(200);
            assertThat(api(Events.signedIn("s").post(ROUTE).json(full + " "), action)
                            .status())
                    .isEqualTo(413);
            assertThat(api(Events.signedIn("s").post(ROUTE).body("application/json", full + " "), action)
                            .status())
                    .isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{} {}",
                    "{\"a\":1,\"a\":2}",
                    "{a:1}",
                    "nonsense",
                    "{\"a\":NaN}",
                    "[1,]",
                    "\"open",
                    "[1e99999999999]"
                })
        void that_are_not_json_are_unparsable(String body) {
            Answer answer = api(Events.signedIn("s").post(ROUTE).json(body), request -> {
                request.json();
                return ApiResponse.ok(json -> {});
            });

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/type").asText()).endsWith("/unparsable");
        }

        @Test
        void are_at_most_twenty_deep() {
            Http.Action action = request -> {
                request.json();
                return ApiResponse.ok(json -> {});
            };

            assertThat(api(Events.signedIn("s").post(ROUTE).json("[".repeat(20) + "]".repeat(20)), action)
                            .status())
                    .isEqualTo(200);
            assertThat(api(Events.signedIn("s").post(ROUTE).json("[".repeat(21) + "]".repeat(21)), action)
                            .status())
                    .isEqualTo(400);
            assertThat(api(Events.signedIn("s").post(ROUTE).json("[".repeat(60_000)), action)
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void are_known_again_by_their_hash() {
            ApiRequest one = read(Events.signedIn("s").post(ROUTE).json("{\"a\":1}"));
            ApiRequest same = read(Events.signedIn("s").post(ROUTE).json("{\"a\":1}"));
            ApiRequest other = read(Events.signedIn("s").post(ROUTE).json("{\"a\":2}"));

            assertThat(one.bodyHash()).isEqualTo(same.bodyHash()).isNotEqualTo(other.bodyHash());
        }
    }

    @Nested
    class Requests {

        @Test
        void name_their_member() {
            assertThat(read(Events.signedIn("sub-9").get(ROUTE)).member()).isEqualTo(new MemberId("sub-9"));
        }

        @Test
        void without_claims_have_none() {
            Events.Event empty = Events.signedIn("x").get(ROUTE);
            empty.raw().withObject("/requestContext/authorizer/jwt/claims").remove("sub");

            assertThatThrownBy(() -> read(empty).member()).isInstanceOf(Unauthorized.class);
            assertThatThrownBy(() -> read(Events.visitor().get(ROUTE)).member()).isInstanceOf(Unauthorized.class);
            assertThatThrownBy(() -> read(Events.signedIn(" ").get(ROUTE)).member())
                    .isInstanceOf(Unauthorized.class);
        }

        @Test
        void find_their_headers_however_they_are_written() {
            ApiRequest request = read(Events.signedIn("s").get(ROUTE).header("Idempotency-KEY", "k1"));

            assertThat(request.header("IDEMPOTENCY-key")).contains("k1");
            assertThat(request.idempotencyKey()).contains("k1");
        }

        @Test
        void have_a_limit_of_fifty_and_at_most_a_hundred() {
            assertThat(read(Events.signedIn("s").get(ROUTE)).limit()).isEqualTo(50);
            assertThat(read(Events.signedIn("s").get(ROUTE).query("limit", "100"))
                            .limit())
                    .isEqualTo(100);
            for (String bad : List.of("0", "101", "-1", "x", "1000000000000", "1.5")) {
                assertThatThrownBy(() -> read(Events.signedIn("s").get(ROUTE).query("limit", bad))
                                .limit())
                        .isInstanceOfSatisfying(
                                InvalidRequest.class,
                                invalid -> assertThat(invalid.errors())
                                        .extracting(FieldError::pointer)
                                        .containsExactly("/?limit"));
            }
        }

        @Test
        void with_a_bad_cursor_are_invalid_there() {
            Http.Action action = request ->
                    ApiResponse.ok(json -> json.put("at", request.position().map(Position::sort)));

            assertThat(api(Events.signedIn("s").get(ROUTE).query("cursor", "rubbish"), action)
                            .pointers())
                    .containsExactly("/?cursor");
            String good = new Position(new Key("P", "S"), "sort").cursor();
            assertThat(api(Events.signedIn("s").get(ROUTE).query("cursor", good), action)
                            .at("/at")
                            .asText())
                    .isEqualTo("sort");
        }

        @Test
        void with_a_cursor_that_only_the_table_finds_bad_are_invalid_there_too() {
            Answer answer = api(Events.signedIn("s").get(ROUTE).query("cursor", "rubbish"), request -> {
                Position.parse(request.cursor().orElseThrow());
                return ApiResponse.ok(json -> {});
            });

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/?cursor");
        }

        @Test
        void filter_by_our_codes_alone() {
            assertThat(read(Events.signedIn("s").get(ROUTE).query("status", "IN_REVIEW"))
                            .query(Status.class, "status"))
                    .contains(Status.IN_REVIEW);
            assertThat(read(Events.signedIn("s").get(ROUTE).query("status", "")).query(Status.class, "status"))
                    .isEmpty();
            assertThatThrownBy(() -> read(Events.signedIn("s").get(ROUTE).query("status", "In Review"))
                            .query(Status.class, "status"))
                    .isInstanceOf(InvalidRequest.class);
        }
    }

    @Nested
    class Sources {

        private String network(Optional<String> secret, Events.Event event) {
            AtomicReference<String> network = new AtomicReference<>();
            event.to(pages(secret, request -> {
                network.set(request.sourceNetwork());
                return PageResponse.html(200, "", POLICY);
            }));
            return network.get();
        }

        @Test
        void are_the_gateways_word_cut_to_their_network() {
            assertThat(network(
                            Optional.empty(), Events.visitor().get("/u/{token}").from("203.0.113.77")))
                    .isEqualTo("203.0.113.0/24");
            assertThat(network(
                            Optional.empty(), Events.visitor().get("/u/{token}").from("2001:db8:1:2:3::4")))
                    .isEqualTo("2001:0db8:0001:0002::/64");
            assertThat(network(
                            Optional.empty(), Events.visitor().get("/u/{token}").from("somewhere")))
                    .isEqualTo("unknown");
        }

        @Test
        void are_the_distributions_word_where_it_proves_itself() {
            Optional<String> secret = Optional.of("s3cret");
            assertThat(network(
                            secret,
                            Events.visitor()
                                    .get("/u/{token}")
                                    .header("x-origin-secret", "s3cret")
                                    .header("True-Client-IP", "192.0.2.9")))
                    .isEqualTo("192.0.2.0/24");
            assertThat(network(
                            secret,
                            Events.visitor()
                                    .get("/u/{token}")
                                    .header("x-origin-secret", "s3cret")
                                    .header("True-Client-IP", "2001:db8:5:6:7:8:9:a")))
                    .isEqualTo("2001:0db8:0005:0006::/64");
            assertThat(network(
                            Optional.empty(), Events.visitor().get("/u/{token}").header("True-Client-IP", "192.0.2.9")))
                    .isEqualTo("198.51.100.0/24");
        }
    }

    @Nested
    class PagesBehindLinks {

        private final Http.Action page = request -> PageResponse.html(200, "<!doctype html><p>hello", POLICY);

        private Answer post(String... headers) {
            Events.Event event = Events.visitor().post("/r/{token}/accept").path("token", "t");
            for (int i = 0; i < headers.length; i += 2) {
                event.header(headers[i], headers[i + 1]);
            }
            return event.form("confirm", "yes").to(pages(Optional.empty(), page));
        }

        @Test
        void carry_every_header_that_keeps_them_private() {
            Answer answer = Events.visitor().get("/r/{token}/accept").to(pages(Optional.empty(), page));

            assertThat(answer.header("content-type")).contains("text/html; charset=utf-8");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.header("referrer-policy")).contains("no-referrer");
            assertThat(answer.header("x-robots-tag")).contains("noindex, nofollow, noarchive");
            assertThat(answer.header("strict-transport-security")).contains("max-age=31536000");
            assertThat(answer.header("x-content-type-options")).contains("nosniff");
            assertThat(answer.header("cross-origin-opener-policy")).contains("same-origin");
            assertThat(answer.header("content-security-policy"))
                    .contains("default-src 'none'; style-src 'sha256-abc'; form-action 'self'; frame-ancestors 'none';"
                            + " base-uri 'none'");
            assertThat(answer.header("set-cookie")).isEmpty();
        }

        @Test
        void answer_a_redirect_with_the_same_care() {
            Answer answer = Events.visitor()
                    .post("/r/{token}/accept")
                    .form("a", "b")
                    .to(pages(Optional.empty(), request -> PageResponse.seeOther("/r/t/accept?done=1")));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("location")).contains("/r/t/accept?done=1");
            assertThat(answer.header("referrer-policy")).contains("no-referrer");
            assertThatThrownBy(() -> PageResponse.seeOther("//evil.example"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void take_forms_from_where_nothing_says_that_they_are_foreign() {
            assertThat(post().status()).isEqualTo(200);
            assertThat(post("Origin", "null").status()).isEqualTo(200);
            assertThat(post("Origin", "https://refer.example.org").status()).isEqualTo(200);
            assertThat(post("Origin", "https://Refer.Example.org", "Sec-Fetch-Site", "same-origin")
                            .status())
                    .isEqualTo(200);
            assertThat(post("Sec-Fetch-Site", "none").status()).isEqualTo(200);
        }

        @Test
        void refuse_forms_that_are_plainly_foreign() {
            assertThat(post("Origin", "https://evil.example").status()).isEqualTo(403);
            assertThat(post("Origin", "https://refer.example.org.evil.example").status())
                    .isEqualTo(403);
            assertThat(post("Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
            assertThat(post("Origin", "null", "Sec-Fetch-Site", "cross-site").status())
                    .isEqualTo(403);
        }

        @Test
        void that_are_foreign_are_refused_as_that_however_large_they_are() {
            Answer answer = Events.visitor()
                    .post("/r/{token}/accept")
                    .header("Sec-Fetch-Site", "cross-site")
                    .form("details", "x".repeat(65 * 1024))
                    .to(pages(Optional.empty(), page));

            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void are_shown_to_who_comes_from_elsewhere() {
            Answer answer = Events.visitor()
                    .get("/r/{token}/accept")
                    .header("Sec-Fetch-Site", "cross-site")
                    .to(pages(Optional.empty(), page));

            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void are_reached_through_the_distribution_alone_where_there_is_one() {
            RequestStreamHandler handler = pages(Optional.of("s3cret"), page);

            assertThat(Events.visitor().get("/u/{token}").to(handler).status()).isEqualTo(403);
            assertThat(Events.visitor()
                            .get("/u/{token}")
                            .header("x-origin-secret", "no")
                            .to(handler)
                            .status())
                    .isEqualTo(403);
            assertThat(Events.visitor()
                            .get("/u/{token}")
                            .header("x-origin-secret", "s3cret")
                            .to(handler)
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"/r/{token}/accept,text/html; charset=utf-8", "/api/referrals/{id}/accept,application/problem+json"
        })
        void fail_with_a_page_and_the_api_of_the_same_function_with_a_problem(String route, String type) {
            Answer answer = Events.signedIn("s").post(route).to(pages(Optional.empty(), request -> {
                throw new IllegalStateException("broken");
            }));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("content-type")).contains(type);
        }
    }

    @Nested
    class Forms {

        private Form form(Events.Event event) {
            return read(event).form();
        }

        @Test
        void are_read_in_both_encodings() {
            for (Form form : List.of(
                    form(Events.visitor().post("/u/{token}").form("details", "a+b & é\r\nc", "empty", "")),
                    form(Events.visitor().post("/u/{token}").multipart("details", "a+b & é\r\nc", "empty", "")))) {
                assertThat(form.value("details")).contains("a+b & é\r\nc");
                assertThat(form.value("empty")).contains("");
                assertThat(form.filled("empty")).isEmpty();
                assertThat(form.value("missing")).isEmpty();
            }
        }

        @Test
        void choose_one_of_ours_or_nothing() {
            Form form = form(Events.visitor().post("/u/{token}").form("a", "SENT", "b", "sent"));

            assertThat(form.choice(Status.class, "a")).contains(Status.SENT);
            assertThat(form.choice(Status.class, "b")).isEmpty();
            assertThat(form.choice(Status.class, "c")).isEmpty();
        }

        @Test
        void of_one_click_are_exactly_that() {
            assertThat(form(Events.visitor().post("/u/{token}").form("List-Unsubscribe", "One-Click"))
                            .isOneClick())
                    .isTrue();
            assertThat(form(Events.visitor().post("/u/{token}").multipart("List-Unsubscribe", "One-Click"))
                            .isOneClick())
                    .isTrue();
            assertThat(form(Events.visitor().post("/u/{token}").form("List-Unsubscribe", "One-Click", "x", "y"))
                            .isOneClick())
                    .isFalse();
            assertThat(form(Events.visitor().post("/u/{token}").form("list-unsubscribe", "One-Click"))
                            .isOneClick())
                    .isFalse();
            assertThat(form(Events.visitor().post("/u/{token}").form("List-Unsubscribe", "one-click"))
                            .isOneClick())
                    .isFalse();
        }

        @Test
        void that_are_none_are_unparsable() {
            for (Events.Event event : List.of(
                    Events.visitor().post("/u/{token}").json("{}"),
                    Events.visitor().post("/u/{token}").body("application/x-www-form-urlencoded", "a=%zz"),
                    Events.visitor().post("/u/{token}").body("multipart/form-data", "x"),
                    Events.visitor().post("/u/{token}").body("multipart/form-data; boundary=b", "--b\r\nx"))) {
                ApiRequest request = read(event);
                assertThatThrownBy(request::form).isInstanceOf(UnparsableRequest.class);
            }
        }
    }

    @Nested
    class TheLog {

        @Test
        void has_one_line_of_the_route_and_never_of_the_path() {
            MemoryTable table = new MemoryTable();
            Answer answer = api(
                    Events.visitor()
                            .post("/r/{token}/accept")
                            .path("token", "s3cr3t-t0ken")
                            .query("q", "Maria")
                            .json("{\"notes\":\"Maria\"}"),
                    request -> {
                        table.get(new Key("P", "S"));
                        table.get(new Key("P", "S"));
                        return ApiResponse.ok(json -> {});
                    });

            assertThat(answer.log())
                    .singleElement()
                    .asString()
                    .startsWith("{\"line\":\"http\"")
                    .contains(
                            "\"function\":\"TestFunction\"",
                            "\"route\":\"POST /r/{token}/accept\"",
                            "\"status\":200",
                            "\"tableCalls\":2",
                            "\"ms\":")
                    .doesNotContain("s3cr3t", "Maria", "198.51.100");
        }
    }
}
