package org.warmhandoff.local.wire;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** SNS as far as texts need it. */
final class TextService implements Service {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST = 1_600;

    /** AWS's own simulated number whose texts fail. */
    private static final String FAILING_NUMBER = "+14254147167";

    private final Messages messages;
    private final ProviderEvents events;
    private final InstantSource clock;
    private final Set<String> optedOut = ConcurrentHashMap.newKeySet();

    TextService(Messages messages, ProviderEvents events, InstantSource clock) {
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String operation(Request request) {
        return request.form().getOrDefault("Action", "");
    }

    @Override
    public Response answer(Request request) {
        Map<String, String> form = request.form();
        return switch (operation(request)) {
            case "Publish" -> xml("Publish", "<MessageId>" + publish(form) + "</MessageId>");
            case "CheckIfPhoneNumberIsOptedOut" ->
                xml(
                        "CheckIfPhoneNumberIsOptedOut",
                        "<isOptedOut>" + optedOut.contains(form.get("phoneNumber")) + "</isOptedOut>");
            case "OptInPhoneNumber" -> {
                optedOut.remove(form.get("phoneNumber"));
                yield xml("OptInPhoneNumber", "");
            }
            default -> throw new WireError(400, "InvalidAction", "The local SNS knows no " + operation(request));
        };
    }

    @Override
    public Response error(WireError error) {
        String type = error.status() < 500 ? "Sender" : "Receiver";
        String body = "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>" + type
                + "</Type><Code>" + error.code() + "</Code><Message>" + escaped(error.getMessage())
                + "</Message></Error><RequestId>" + UUID.randomUUID() + "</RequestId></ErrorResponse>";
        return Response.of(error.status(), "text/xml", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public WireError throttled() {
        return new WireError(400, "Throttling", "Rate exceeded");
    }

    /** The carrier keeps a list of its own; texts to it are refused. */
    void optOutAtCarrier(String number) {
        optedOut.add(number);
    }

    private String publish(Map<String, String> form) {
        String number = form.getOrDefault("PhoneNumber", "");
        String text = form.getOrDefault("Message", "");
        if (form.containsKey("TopicArn") || form.containsKey("TargetArn")) {
            throw new WireError(403, "AuthorizationError", "No function may publish to a topic");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new WireError(
                    400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: not valid to publish to");
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new WireError(400, "InvalidParameter", "Invalid parameter: Message");
        }
        if (optedOut.contains(number)) {
            throw new WireError(400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: is opted out");
        }
        Map<String, String> attributes = attributes(form);
        Message message = new Message(
                UUID.randomUUID().toString(),
                clock.instant(),
                Message.Channel.SMS,
                number,
                attributes.getOrDefault("AWS.MM.SMS.OriginationNumber", ""),
                "",
                text,
                "",
                attributes,
                Map.of(),
                false);
        messages.add(message);
        if (number.equals(FAILING_NUMBER)) {
            events.textFailed(message);
        }
        return message.id();
    }

    private static Map<String, String> attributes(Map<String, String> form) {
        Map<String, String> attributes = new java.util.LinkedHashMap<>();
        for (int i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            attributes.put(
                    form.get("MessageAttributes.entry." + i + ".Name"),
                    form.getOrDefault("MessageAttributes.entry." + i + ".Value.StringValue", ""));
        }
        return attributes;
    }

    private static Response xml(String action, String result) {
        String body =
                "<" + action + "Response xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><" + action + "Result>"
                        + result + "</" + action + "Result><ResponseMetadata><RequestId>" + UUID.randomUUID()
                        + "</RequestId></ResponseMetadata></" + action + "Response>";
        return Response.of(200, "text/xml", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
