package org.warmhandoff.adapters.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.SignIns.Created;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/** Against a server that speaks as much of Cognito's wire format as we do. */
class CognitoSignInsTest {

    private static final EmailAddress LEE = new EmailAddress("lee@town.example");

    private record Call(String operation, String authorization, String contentType, JsonNode body) {}

    private record Reply(int status, String body) {}

    private final List<Call> calls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private HttpServer server;
    private CognitoSignIns signIns;

    @BeforeEach
    void a_user_pool() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        signIns = new CognitoSignIns(
                http,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                Region.US_EAST_1,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "us-east-1_pool");
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("x-amz-target"),
                exchange.getRequestHeaders().getFirst("authorization"),
                exchange.getRequestHeaders().getFirst("content-type"),
                new ObjectMapper().readTree(exchange.getRequestBody())));
        Reply reply = replies.removeFirst();
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void makes_a_sign_in_that_is_invited_by_email() {
        replies.add(new Reply(
                200,
                "{\"User\":{\"Username\":\"sub-1\",\"Attributes\":[{\"Name\":\"email\",\"Value\":\"lee@town.example\"},"
                        + "{\"Name\":\"sub\",\"Value\":\"sub-1\"}],\"Enabled\":true}}"));

        assertThat(signIns.create("Lee Wong", LEE)).isEqualTo(new Created.New(new MemberId("sub-1")));

        Call call = calls.getFirst();
        assertThat(call.operation()).isEqualTo("AWSCognitoIdentityProviderService.AdminCreateUser");
        assertThat(call.contentType()).isEqualTo("application/x-amz-json-1.1");
        assertThat(call.authorization())
                .startsWith("AWS4-HMAC-SHA256 Credential=key/")
                .contains("/us-east-1/cognito-idp/aws4_request");
        assertThat(call.body().toString())
                .isEqualTo("{\"UserPoolId\":\"us-east-1_pool\",\"Username\":\"lee@town.example\",\"UserAttributes\":["
                        + "{\"Name\":\"email\",\"Value\":\"lee@town.example\"},"
                        + "{\"Name\":\"email_verified\",\"Value\":\"true\"},"
                        + "{\"Name\":\"name\",\"Value\":\"Lee Wong\"}],\"DesiredDeliveryMediums\":[\"EMAIL\"]}");
    }

    @Test
    void finds_the_sign_in_of_an_address_that_has_one() {
        replies.add(
                new Reply(400, "{\"__type\":\"UsernameExistsException\",\"message\":\"User account already exists\"}"));
        replies.add(
                new Reply(200, "{\"Username\":\"sub-1\",\"UserAttributes\":[{\"Name\":\"sub\",\"Value\":\"sub-1\"}]}"));

        assertThat(signIns.create("Lee Wong", LEE)).isEqualTo(new Created.Known(new MemberId("sub-1")));
        assertThat(calls.getLast().operation()).endsWith(".AdminGetUser");
    }

    @Test
    void disables_and_enables_by_the_members_id() {
        replies.add(new Reply(200, "{}"));
        replies.add(new Reply(200, ""));

        signIns.disable(new MemberId("sub-1"));
        signIns.enable(new MemberId("sub-1"));

        assertThat(calls)
                .extracting(Call::operation)
                .containsExactly(
                        "AWSCognitoIdentityProviderService.AdminDisableUser",
                        "AWSCognitoIdentityProviderService.AdminEnableUser");
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.body().toString())
                        .isEqualTo("{\"UserPoolId\":\"us-east-1_pool\",\"Username\":\"sub-1\"}"));
    }

    @Test
    void tries_again_what_may_pass() {
        replies.add(new Reply(500, "{\"__type\":\"InternalErrorException\"}"));
        replies.add(new Reply(400, "{\"__type\":\"aws#TooManyRequestsException\"}"));
        replies.add(new Reply(200, "{}"));

        signIns.disable(new MemberId("sub-1"));

        assertThat(calls).hasSize(3);
    }

    @Test
    void says_what_was_refused_and_never_whom() {
        replies.add(new Reply(400, "{\"__type\":\"InvalidParameterException\",\"message\":\"lee@town.example\"}"));

        assertThatThrownBy(() -> signIns.create("Lee Wong", LEE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("AdminCreateUser was answered 400 InvalidParameterException");
        assertThat(calls).hasSize(1);
    }
}
