package org.warmhandoff.local.dynamodb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** Passes calls of DynamoDB on, so that a function in a container finds every service at one address. */
public final class TableDoor {

    private static final Set<String> PASSED_ON =
            Set.of("authorization", "content-type", "x-amz-target", "x-amz-date", "x-amz-security-token");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI table;

    public TableDoor(EmbeddedTable table) {
        this.table = table.endpoint();
    }

    public Response answer(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(table.resolve("/"))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        PASSED_ON.forEach(name -> request.header(name).ifPresent(value -> call.header(name, value)));
        HttpResponse<byte[]> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
        Response response = Response.of(
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse("application/x-amz-json-1.0"),
                answer.body());
        return answer.headers()
                .firstValue("x-amz-crc32")
                .map(sum -> response.with("x-amz-crc32", sum))
                .orElse(response);
    }
}
