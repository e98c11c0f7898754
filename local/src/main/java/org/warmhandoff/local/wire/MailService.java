package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** SES, version 2 of its API: takes mails, keeps a suppression list, knows the mailbox simulator's addresses. */
final class MailService implements Service {

    private static final String SEND = "/v2/email/outbound-emails";
    private static final String SUPPRESSION = "/v2/email/suppression/addresses";
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,995}");
    private static final int MOST_HEADERS = 15;

    private final Messages messages;
    private final ProviderEvents events;
    private final InstantSource clock;
    private final Map<String, String> suppressed = new ConcurrentHashMap<>();

    MailService(Messages messages, ProviderEvents events, InstantSource clock) {
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String operation(Request request) {
        return request.path().equals(SEND) ? "SendEmail" : request.method() + " " + request.path();
    }

    @Override
    public Response answer(Request request) {
        if (request.path().equals(SEND) && request.method().equals("POST")) {
            return Response.json(200, Json.object().put("MessageId", send(Json.read(request.body()))));
        }
        if (request.path().startsWith(SUPPRESSION)) {
            return suppression(request);
        }
        throw new WireError(
                404, "NotFoundException", "The local SES knows no " + request.method() + " " + request.path());
    }

    @Override
    public Response error(WireError error) {
        return JsonErrors.rest(error);
    }

    @Override
    public WireError throttled() {
        return new WireError(429, "TooManyRequestsException", "Too many requests");
    }

    private String send(JsonNode mail) {
        JsonNode simple = mail.path("Content").path("Simple");
        JsonNode to = mail.path("Destination").path("ToAddresses");
        require(simple.isObject(), "Content.Simple is the only content that is understood here");
        require(to.size() == 1, "one recipient a mail");
        require(
                !mail.path("Destination").has("CcAddresses")
                        && !mail.path("Destination").has("BccAddresses"),
                "no copies");
        require(!mail.path("FromEmailAddress").asText().isEmpty(), "FromEmailAddress is missing");
        Message message = new Message(
                "0100" + UUID.randomUUID().toString().replace("-", "") + "-000000",
                clock.instant(),
                Message.Channel.EMAIL,
                address(to.get(0).asText()),
                mail.path("FromEmailAddress").asText(),
                simple.path("Subject").path("Data").asText(),
                simple.path("Body").path("Text").path("Data").asText(),
                simple.path("Body").path("Html").path("Data").asText(),
                headers(mail, simple),
                tags(mail),
                false);
        require(!message.subject().isEmpty(), "Subject is missing");
        messages.add(message);
        tell(message);
        return message.id();
    }

    private void tell(Message message) {
        events.sent(message);
        String local = message.to().toLowerCase(Locale.ROOT);
        if (suppressed.containsKey(local) || local.startsWith("suppressionlist@simulator.amazonses.com")) {
            events.bounced(message, "OnAccountSuppressionList");
        } else if (isSimulator(local, "bounce")) {
            events.bounced(message, "General");
        } else {
            events.delivered(message);
            if (isSimulator(local, "complaint")) {
                events.complained(message);
            }
        }
    }

    private static boolean isSimulator(String address, String kind) {
        return address.matches(kind + "(\\+[^@]*)?@simulator\\.amazonses\\.com");
    }

    private static Map<String, String> headers(JsonNode mail, JsonNode simple) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", mail.path("FromEmailAddress").asText());
        headers.put("To", mail.path("Destination").path("ToAddresses").get(0).asText());
        headers.put("Subject", simple.path("Subject").path("Data").asText());
        if (!mail.path("ReplyToAddresses").isEmpty()) {
            headers.put("Reply-To", mail.path("ReplyToAddresses").get(0).asText());
        }
        require(simple.path("Headers").size() <= MOST_HEADERS, "more than " + MOST_HEADERS + " headers");
        simple.path("Headers").forEach(header -> {
            String value = header.path("Value").asText();
            require(
                    HEADER_VALUE.matcher(value).matches(),
                    "a header's value is printable ASCII, at most 995 characters");
            headers.put(header.path("Name").asText(), value);
        });
        return headers;
    }

    private static Map<String, String> tags(JsonNode mail) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (mail.hasNonNull("ConfigurationSetName")) {
            tags.put("ses:configuration-set", mail.path("ConfigurationSetName").asText());
        }
        mail.path("EmailTags").forEach(tag -> {
            String name = tag.path("Name").asText();
            String value = tag.path("Value").asText();
            require(TAG.matcher(name).matches() && TAG.matcher(value).matches(), "a tag is [A-Za-z0-9_-], at most 256");
            tags.put(name, value);
        });
        return tags;
    }

    private static String address(String recipient) {
        int open = recipient.lastIndexOf('<');
        return open < 0
                ? recipient.strip()
                : recipient.substring(open + 1, recipient.lastIndexOf('>')).strip();
    }

    private static void require(boolean fine, String message) {
        if (!fine) {
            throw new WireError(400, "BadRequestException", message);
        }
    }

    private Response suppression(Request request) {
        if (request.method().equals("PUT")) {
            JsonNode body = Json.read(request.body());
            suppressed.put(
                    body.path("EmailAddress").asText().toLowerCase(Locale.ROOT),
                    body.path("Reason").asText());
            return Response.json(200, Json.object());
        }
        String address = java.net.URLDecoder.decode(
                        request.path().substring(SUPPRESSION.length() + 1), java.nio.charset.StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        if (!suppressed.containsKey(address)) {
            throw new WireError(404, "NotFoundException", "The address is not on the list");
        }
        if (request.method().equals("DELETE")) {
            suppressed.remove(address);
            return Response.json(200, Json.object());
        }
        var answer = Json.object();
        answer.putObject("SuppressedDestination")
                .put("EmailAddress", address)
                .put("Reason", suppressed.get(address))
                .put("LastUpdateTime", clock.instant().getEpochSecond());
        return Response.json(200, answer);
    }
}
