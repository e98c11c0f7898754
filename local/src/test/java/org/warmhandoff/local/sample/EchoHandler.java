package org.warmhandoff.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.warmhandoff.local.Json;

/** Answers with the event that it got. */
public final class EchoHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = Json.read(input.readAllBytes());
        if (event.path("rawPath").asText().endsWith("broken")) {
            throw new IllegalStateException("broken, as asked");
        }
        context.getLogger().log("echoed");
        var answer = Json.object().put("statusCode", 201).put("body", event.toString());
        answer.putObject("headers").put("content-type", "application/json").put("x-sample", "1");
        answer.putArray("cookies").add("a=1").add("b=2");
        output.write(Json.bytes(answer));
    }
}
