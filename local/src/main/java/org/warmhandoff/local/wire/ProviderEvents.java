package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.clock.Worker;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;

/**
 * Tells functions, a moment later and each on its own, what became of a message and what somebody texted: as events of SES
 * and of two-way texting over SNS, and as lines of SNS's log of texts that failed.
 */
public final class ProviderEvents implements Worker {

    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";

    /** An event called asynchronously is tried twice more. */
    private static final int TRIES = 3;

    private record Pending(String function, String trigger, byte[] event) {}

    private final Functions functions;
    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final String textNumber;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final ReentrantLock working = new ReentrantLock();
    private boolean held;

    ProviderEvents(Functions functions, Subscriptions subscriptions, InstantSource clock, String textNumber) {
        this.functions = functions;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.textNumber = textNumber;
    }

    /** Events wait until they are let go: as if the provider were slow to tell. */
    public synchronized void hold(boolean hold) {
        held = hold;
    }

    /** Events that wait are never delivered. */
    public synchronized void lose() {
        pending.clear();
    }

    @Override
    public boolean work() {
        working.lock();
        try {
            Pending next = next();
            boolean any = next != null;
            for (; next != null; next = next()) {
                deliver(next);
            }
            return any;
        } finally {
            working.unlock();
        }
    }

    void sent(Message mail) {
        mailEvent("Send", mail, Json.object());
    }

    void delivered(Message mail) {
        ObjectNode delivery = Json.object()
                .put("timestamp", clock.instant().toString())
                .put("processingTimeMillis", 640)
                .put("smtpResponse", "250 ok")
                .put("reportingMTA", "a1-1.smtp-out.amazonses.com");
        delivery.putArray("recipients").add(mail.to());
        mailEvent("Delivery", mail, delivery);
    }

    void bounced(Message mail, String subType) {
        ObjectNode bounce = Json.object()
                .put("feedbackId", UUID.randomUUID().toString())
                .put("bounceType", "Permanent")
                .put("bounceSubType", subType)
                .put("timestamp", clock.instant().toString())
                .put("reportingMTA", "dns; a1-1.smtp-out.amazonses.com");
        bounce.putArray("bouncedRecipients")
                .addObject()
                .put("emailAddress", mail.to())
                .put("action", "failed")
                .put("status", "5.1.1")
                .put("diagnosticCode", "smtp; 550 5.1.1 user unknown");
        mailEvent("Bounce", mail, bounce);
    }

    void complained(Message mail) {
        ObjectNode complaint = Json.object()
                .put("feedbackId", UUID.randomUUID().toString())
                .put("timestamp", clock.instant().toString())
                .put("complaintFeedbackType", "abuse")
                .put("userAgent", "Local desk")
                .put("arrivalDate", clock.instant().toString());
        complaint.putArray("complainedRecipients").addObject().put("emailAddress", mail.to());
        mailEvent("Complaint", mail, complaint);
    }

    /** A text that somebody sent to our number. */
    void texted(Message text, @Nullable String previousMessage) {
        ObjectNode payload = Json.object()
                .put("originationNumber", text.from())
                .put("destinationNumber", textNumber)
                .put("messageKeyword", "KEYWORD_" + textNumber.substring(1))
                .put("messageBody", text.text())
                .put("inboundMessageId", text.id());
        if (previousMessage != null) {
            payload.put("previousPublishedMessageId", previousMessage);
        }
        subscriptions
                .inboundTexts()
                .forEach(function -> add(function, "SNS", notification("InboundTexts", null, payload.toString())));
    }

    void textFailed(Message text) {
        Instant now = clock.instant();
        ObjectNode line = Json.object();
        line.putObject("notification").put("messageId", text.id()).put("timestamp", now.toString());
        line.putObject("delivery")
                .put("phoneCarrier", "Local Carrier")
                .put("mnc", 270)
                .put("numberOfMessageParts", 1)
                .put("destination", text.to())
                .put("priceInUSD", 0.00645)
                .put("smsType", "Transactional")
                .put("mcc", 310)
                .put("providerResponse", "Unknown error attempting to reach phone")
                .put("dwellTimeMs", 1420);
        line.put("status", "FAILURE");
        ObjectNode data = Json.object()
                .put("messageType", "DATA_MESSAGE")
                .put("owner", ACCOUNT)
                .put("logGroup", "sns/" + REGION + "/" + ACCOUNT + "/DirectPublishToPhoneNumber/Failure")
                .put("logStream", UUID.randomUUID().toString());
        data.putArray("subscriptionFilters").add("TextFailures");
        data.putArray("logEvents")
                .addObject()
                .put("id", String.valueOf(now.toEpochMilli()))
                .put("timestamp", now.toEpochMilli())
                .put("message", line.toString());
        ObjectNode event = Json.object();
        event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(zipped(data.toString())));
        subscriptions.textFailures().forEach(function -> add(function, "Logs", Json.bytes(event)));
    }

    private void mailEvent(String type, Message message, ObjectNode detail) {
        ObjectNode event = Json.object().put("eventType", type);
        ObjectNode mail = event.putObject("mail")
                .put("timestamp", message.at().toString())
                .put("source", message.from())
                .put("sendingAccountId", ACCOUNT)
                .put("messageId", message.id())
                .put("headersTruncated", false);
        mail.putArray("destination").add(message.to());
        var headers = mail.putArray("headers");
        message.headers()
                .forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
        ObjectNode common =
                mail.putObject("commonHeaders").put("messageId", message.id()).put("subject", message.subject());
        common.putArray("from").add(message.from());
        common.putArray("to").add(message.to());
        ObjectNode tags = mail.putObject("tags");
        message.tags().forEach((name, value) -> tags.putArray(name).add(value));
        event.set(type.toLowerCase(java.util.Locale.ROOT), detail);
        byte[] notification = notification("MailEvents", "Amazon SES Email Event Notification", event.toString());
        subscriptions.mailEvents().forEach(function -> add(function, "SNS " + type, notification));
    }

    private byte[] notification(String topic, @Nullable String subject, String message) {
        String arn = "arn:aws:sns:" + REGION + ":" + ACCOUNT + ":" + topic;
        ObjectNode event = Json.object();
        ObjectNode entry = event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", arn + ":" + UUID.randomUUID());
        entry.putObject("Sns")
                .put("Type", "Notification")
                .put("MessageId", UUID.randomUUID().toString())
                .put("TopicArn", arn)
                .put("Subject", subject)
                .put("Message", message)
                .put("Timestamp", clock.instant().toString())
                .put("SignatureVersion", "1")
                .put("Signature", "EXAMPLE")
                .put("SigningCertUrl", "EXAMPLE")
                .put("UnsubscribeUrl", "EXAMPLE")
                .putObject("MessageAttributes");
        return Json.bytes(event);
    }

    private synchronized void add(String function, String trigger, byte[] event) {
        pending.addLast(new Pending(function, trigger, event));
    }

    private synchronized @Nullable Pending next() {
        return held ? null : pending.pollFirst();
    }

    private void deliver(Pending event) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                functions.call(event.function(), event.trigger(), event.event());
                return;
            } catch (FunctionFailed e) {
                if (attempt == TRIES) {
                    functions.log().line("events", "given up: " + e.getMessage());
                }
            }
        }
    }

    List<String> inboundTextFunctions() {
        return subscriptions.inboundTexts();
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
