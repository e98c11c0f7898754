package org.warmhandoff.message;

import java.time.Instant;
import org.warmhandoff.listing.ReferralMail;

/** Whether a mail about a change of address is still about something. No preference holds these back: they guard the address itself. */
public final class AddressChangeDecision {

    private AddressChangeDecision() {}

    public static Decision of(Content.AddressChange mail, ReferralMail settings, Instant now) {
        boolean about = switch (mail.kind()) {
            case CONFIRM, NOTICE ->
                settings.pending()
                        .filter(pending -> pending.address().equals(mail.wanted()) && !pending.over(now))
                        .isPresent();
            case CHANGED ->
                settings.undoable()
                        .filter(before -> before.address().equals(mail.to()) && !before.over(now))
                        .isPresent();
            case UNDONE -> true;
        };
        return about ? Decision.SEND : new Decision.Close(CloseReason.SUPERSEDED);
    }
}
