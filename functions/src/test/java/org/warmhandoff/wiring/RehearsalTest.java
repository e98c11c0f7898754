package org.warmhandoff.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What is rehearsed before a snapshot reaches nobody. */
class RehearsalTest {

    /** Whoever gets a call while a rehearsal is played has got a write that nobody asked for. */
    private static final class Outside implements SdkHttpClient {
        private int calls;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            calls++;
            throw new IllegalStateException("a call left");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Outside outside = new Outside();
    private final SdkHttpClient client = new UnpinnedHttpClient(outside);
    private final Rehearsal rehearsal = new Rehearsal(new byte[0], List.of("{\"first\":1}", "{\"second\":2}"));

    private String call() {
        try (InputStream answer = client.prepareRequest(HttpExecuteRequest.builder()
                        .request(SdkHttpFullRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(URI.create("https://dynamodb.us-east-1.amazonaws.com"))
                                .build())
                        .build())
                .call()
                .responseBody()
                .orElseThrow()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_call_gets_the_next_answer_of_the_record_and_none_leaves() {
        List<String> answers = new ArrayList<>();

        rehearsal.play(() -> answers.addAll(List.of(call(), call())));

        assertThat(answers).containsExactly("{\"first\":1}", "{\"second\":2}");
        assertThat(outside.calls).isZero();
    }

    @Test
    void a_call_too_many_gets_none_and_does_not_leave_either() {
        rehearsal.play(() -> {
            call();
            call();
            assertThatThrownBy(this::call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no more");
        });

        assertThat(outside.calls).isZero();
    }

    @Test
    void afterwards_calls_leave_as_ever() {
        rehearsal.play(() -> {});

        assertThatThrownBy(this::call).hasMessage("a call left");
        assertThat(outside.calls).isEqualTo(1);
    }
}
