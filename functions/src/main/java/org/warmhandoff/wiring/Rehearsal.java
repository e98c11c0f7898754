package org.warmhandoff.wiring;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A request of a function that succeeds, and what AWS answered to each of its calls when it was recorded. Played before a snapshot is
 * taken it loads all that a real one needs: reading the body, the decision, the transaction, the answer. While it is played nothing goes
 * out: each call gets the next answer of the record, whatever it asks for, and a call too many gets none.
 *
 * <p>One file for each function, written anew by the test of the runtime ({@code -Drehearse=true}): the event, then one answer on each
 * line. Where the code has moved on since, the play breaks off and the first request is slower; that test counts by how much. A function
 * that keeps what it read for the requests to come has none: it would answer people out of the record.
 */
record Rehearsal(byte[] event, List<String> answers) {

    /** These stand for what is a deployment's own: what CloudFront adds to a request, and the name of the table. */
    private static final String ORIGIN_SECRET = "{origin-secret}";

    private static final String TABLE = "{table}";

    private static final ScopedValue<Iterator<String>> ON_STAGE = ScopedValue.newInstance();

    /** The one of a function; empty where none was recorded. */
    static Optional<Rehearsal> of(Class<?> handler, Settings settings) {
        try (InputStream file =
                Rehearsal.class.getResourceAsStream("rehearsals/" + handler.getSimpleName() + ".jsonl")) {
            if (file == null) {
                return Optional.empty();
            }
            String secret = settings.optional("ORIGIN_SECRET").orElse("");
            String table = settings.optional("TABLE_NAME").orElse("");
            List<String> lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.replace(ORIGIN_SECRET, secret).replace(TABLE, table))
                    .toList();
            return Optional.of(
                    new Rehearsal(lines.getFirst().getBytes(StandardCharsets.UTF_8), lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void play(Runnable request) {
        ScopedValue.where(ON_STAGE, answers.iterator()).run(request);
    }

    /** In place of every call that leaves while one is played; empty while none is. */
    static Optional<ExecutableHttpRequest> call() {
        return ON_STAGE.isBound() ? Optional.of(new Call(ON_STAGE.get())) : Optional.empty();
    }

    private record Call(Iterator<String> answers) implements ExecutableHttpRequest {

        @Override
        public HttpExecuteResponse call() {
            if (!answers.hasNext()) {
                // Not as an IOException: that would be tried again.
                throw new IllegalStateException("the rehearsal has no more answers");
            }
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(200)
                            .putHeader("Content-Type", "application/x-amz-json-1.0")
                            .build())
                    .responseBody(AbortableInputStream.create(
                            new ByteArrayInputStream(answers.next().getBytes(StandardCharsets.UTF_8))))
                    .build();
        }

        @Override
        public void abort() {
            // Nothing is under way.
        }
    }
}
