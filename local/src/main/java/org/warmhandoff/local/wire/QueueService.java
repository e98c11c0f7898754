package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** SQS over its JSON protocol. */
final class QueueService implements Service {

    private static final String TYPE = "application/x-amz-json-1.0";
    private static final int LONGEST_DELAY = 900;

    private final Queues queues;
    private final String address;

    QueueService(Queues queues, String address) {
        this.queues = queues;
        this.address = address;
    }

    @Override
    public String operation(Request request) {
        String target = request.header("x-amz-target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    @Override
    public Response answer(Request request) {
        JsonNode body = Json.read(request.body());
        ObjectNode answer = switch (operation(request)) {
            case "SendMessage" -> send(queue(body), body);
            case "SendMessageBatch" -> sendAll(queue(body), body);
            case "GetQueueUrl" -> {
                String name = body.path("QueueName").asText();
                queues.queue(name);
                yield Json.object().put("QueueUrl", address + "/000000000000/" + name);
            }
            case "GetQueueAttributes" -> attributes(queue(body));
            default ->
                throw new WireError(
                        400,
                        "com.amazon.coral.service#UnknownOperationException",
                        "The local SQS knows no " + operation(request));
        };
        return Response.of(200, TYPE, Json.bytes(answer));
    }

    @Override
    public Response error(WireError error) {
        return JsonErrors.rpc(error, TYPE);
    }

    @Override
    public WireError throttled() {
        return new WireError(400, "com.amazonaws.sqs#RequestThrottled", "Rate exceeded");
    }

    private static String queue(JsonNode body) {
        String url = body.path("QueueUrl").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private ObjectNode send(String queue, JsonNode message) {
        String body = message.path("MessageBody").asText();
        if (body.isEmpty()) {
            throw new WireError(400, "com.amazonaws.sqs#InvalidMessageContents", "The message is empty");
        }
        return Json.object()
                .put("MessageId", queues.send(queue, body, delay(message)))
                .put("MD5OfMessageBody", Queue.md5(body));
    }

    private ObjectNode sendAll(String queue, JsonNode batch) {
        ObjectNode answer = Json.object();
        var sent = answer.putArray("Successful");
        answer.putArray("Failed");
        if (batch.path("Entries").isEmpty() || batch.path("Entries").size() > 10) {
            throw new WireError(400, "com.amazonaws.sqs#TooManyEntriesInBatchRequest", "1 to 10 entries");
        }
        batch.path("Entries")
                .forEach(entry ->
                        sent.add(send(queue, entry).put("Id", entry.path("Id").asText())));
        return answer;
    }

    private ObjectNode attributes(String queue) {
        ObjectNode answer = Json.object();
        answer.putObject("Attributes")
                .put("QueueArn", "arn:aws:sqs:us-east-1:000000000000:" + queue)
                .put(
                        "ApproximateNumberOfMessages",
                        String.valueOf(queues.queue(queue).items().size()));
        return answer;
    }

    private static Optional<Duration> delay(JsonNode message) {
        if (!message.has("DelaySeconds")) {
            return Optional.empty();
        }
        int seconds = message.path("DelaySeconds").asInt();
        if (seconds < 0 || seconds > LONGEST_DELAY) {
            throw new WireError(400, "com.amazonaws.sqs#InvalidParameterValue", "DelaySeconds is 0 to 900");
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
