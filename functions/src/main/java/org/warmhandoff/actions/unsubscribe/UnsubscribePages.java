package org.warmhandoff.actions.unsubscribe;

import jakarta.inject.Inject;
import java.util.Optional;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.LinkedPage;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Target;

/** Whose messages a link ends: a program's referral emails, or a client's messages. */
final class UnsubscribePages {

    private final MailboxUnsubscribe mailboxes;
    private final ChannelUnsubscribe channels;

    @Inject
    UnsubscribePages(MailboxUnsubscribe mailboxes, ChannelUnsubscribe channels) {
        this.mailboxes = mailboxes;
        this.channels = channels;
    }

    LinkedPage at(String token, Optional<String> language) {
        return link -> switch (link.target()) {
            case Target.Mailbox(var address) -> mailboxes.open(token, address);
            case Target.ClientChannel channel -> channels.open(token, channel);
            default -> Optional.empty();
        };
    }

    /** Stops them, and answers the page that says so. */
    String stop(String token, Link link) {
        return switch (link.target()) {
            case Target.Mailbox(var address) -> mailboxes.stop(token, address);
            case Target.ClientChannel channel -> channels.stop(token, channel);
            default -> throw LinkPages.gone();
        };
    }
}
