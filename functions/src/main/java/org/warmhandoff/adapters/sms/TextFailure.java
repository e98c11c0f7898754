package org.warmhandoff.adapters.sms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.adapters.events.EventReader;
import org.warmhandoff.adapters.http.Json;
import org.warmhandoff.message.Report;
import org.warmhandoff.referral.Delivery;

/** A line of SNS's log of texts that failed: the only thing that ever comes back about a text. */
public record TextFailure(String providerId, Report report) {

    /** Empty for any other line. */
    public static Optional<TextFailure> read(String line) {
        Json told = Json.parse(line.getBytes(StandardCharsets.UTF_8));
        boolean failed = EventReader.text(told, "/status").orElse("").equals("FAILURE");
        return EventReader.text(told, "/notification/messageId")
                .filter(id -> failed)
                .map(id -> new TextFailure(
                        id,
                        report(EventReader.text(told, "/delivery/providerResponse")
                                .orElse(""))));
    }

    private static Report report(String response) {
        String said = response.toLowerCase(Locale.ROOT);
        if (said.contains("invalid") || said.contains("unknown number") || said.contains("landline")) {
            return Report.dead(Delivery.State.FAILED, "The number cannot receive texts.");
        }
        if (said.contains("opted out") || said.contains("opt-out") || said.contains("blocked sms")) {
            return new Report(
                    new Delivery(Delivery.State.FAILED, "The phone does not take our texts."), Report.Verdict.UNWANTED);
        }
        if (said.contains("unreachable") || said.contains("unavailable")) {
            return Report.of(Delivery.State.FAILED, "The phone could not be reached.");
        }
        return Report.of(Delivery.State.FAILED, "The phone company did not deliver it.");
    }
}
