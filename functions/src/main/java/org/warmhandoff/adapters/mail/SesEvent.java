package org.warmhandoff.adapters.mail;

import java.util.Optional;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.http.Json;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.Report;
import org.warmhandoff.referral.Delivery;

/**
 * An event of SES about one of our mails, found by the tag that the mail carried. It names addresses and subjects, so it is read here and
 * neither kept nor logged.
 *
 * @param to where the mail went
 */
public record SesEvent(MessageKey message, Optional<EmailAddress> to, Report report) {

    /** Empty for what is about no message of ours, or says nothing of its delivery. */
    public static Optional<SesEvent> read(String text) {
        Json event = Json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Optional<MessageKey> key =
                EventReader.text(event, "/mail/tags/" + SesMailer.TAG + "/0").flatMap(MessageKey::ofTag);
        Optional<EmailAddress> to =
                EventReader.text(event, "/mail/destination/0").flatMap(EmailAddress::parse);
        return key.flatMap(message -> report(event).map(report -> new SesEvent(message, to, report)));
    }

    private static Optional<Report> report(Json event) {
        String type = EventReader.text(event, "/eventType")
                .or(() -> EventReader.text(event, "/notificationType"))
                .orElse("");
        return switch (type) {
            case "Send" -> Optional.of(Report.of(Delivery.State.SENT));
            case "Delivery" -> Optional.of(Report.of(Delivery.State.DELIVERED));
            case "DeliveryDelay" -> Optional.of(Report.of(Delivery.State.DELAYED, delay(event)));
            case "Bounce" -> Optional.of(bounce(event));
            case "Complaint" -> Optional.of(Report.unwanted());
            case "Reject" -> Optional.of(Report.of(Delivery.State.FAILED, "The email provider refused it."));
            default -> Optional.empty();
        };
    }

    private static String delay(Json event) {
        return switch (EventReader.text(event, "/deliveryDelay/delayType").orElse("")) {
            case "MailboxFull" -> "The mailbox is full; the provider keeps trying.";
            default -> "The receiving mail server does not take it yet; the provider keeps trying.";
        };
    }

    /** A soft bounce is the end of this mail, but not of the address. Automatic answers come as soft bounces too, and are the end of nothing. */
    private static Report bounce(Json event) {
        String kind = EventReader.text(event, "/bounce/bounceSubType").orElse("");
        if (EventReader.text(event, "/bounce/bounceType").orElse("").equals("Permanent")) {
            return switch (kind) {
                case "Suppressed", "OnAccountSuppressionList" ->
                    Report.dead(
                            Delivery.State.SUPPRESSED,
                            "Email to this address came back before, so it is not tried again.");
                case "NoEmail" -> Report.dead(Delivery.State.BOUNCED, "There is no such mailbox.");
                default -> Report.dead(Delivery.State.BOUNCED, "The address does not take email.");
            };
        }
        return switch (kind) {
            case "MailboxFull" -> Report.of(Delivery.State.BOUNCED, "The mailbox is full.");
            case "MessageTooLarge", "ContentRejected", "AttachmentRejected" ->
                Report.of(Delivery.State.BOUNCED, "The receiving mail server refused it.");
            default -> Report.of(Delivery.State.DELAYED, "An automatic answer came back.");
        };
    }
}
