package org.warmhandoff.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import org.warmhandoff.local.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Writes a record of the stream as Lambda hands it to a function. */
final class StreamEvent {

    private StreamEvent() {}

    static ObjectNode of(Record change, String streamArn) {
        ObjectNode event = Json.object()
                .put("eventID", change.eventID())
                .put("eventName", change.eventNameAsString())
                .put("eventVersion", change.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", "us-east-1");
        ObjectNode detail = event.putObject("dynamodb")
                .put(
                        "ApproximateCreationDateTime",
                        change.dynamodb().approximateCreationDateTime().getEpochSecond());
        detail.set("Keys", item(change.dynamodb().keys()));
        if (change.dynamodb().hasNewImage()) {
            detail.set("NewImage", item(change.dynamodb().newImage()));
        }
        if (change.dynamodb().hasOldImage()) {
            detail.set("OldImage", item(change.dynamodb().oldImage()));
        }
        detail.put("SequenceNumber", change.dynamodb().sequenceNumber())
                .put("SizeBytes", change.dynamodb().sizeBytes())
                .put("StreamViewType", change.dynamodb().streamViewTypeAsString());
        return event.put("eventSourceARN", streamArn);
    }

    private static ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode json = Json.object();
        item.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    private static ObjectNode value(AttributeValue value) {
        ObjectNode json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case B -> json.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case M -> json.set("M", item(value.m()));
            case L -> {
                var list = json.putArray("L");
                value.l().forEach(element -> list.add(value(element)));
            }
            case SS -> {
                var list = json.putArray("SS");
                value.ss().forEach(list::add);
            }
            case NS -> {
                var list = json.putArray("NS");
                value.ns().forEach(list::add);
            }
            case BS -> {
                var list = json.putArray("BS");
                value.bs().forEach(bytes -> list.add(Base64.getEncoder().encodeToString(bytes.asByteArray())));
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("unknown attribute type");
        }
        return json;
    }
}
