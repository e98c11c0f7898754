package org.warmhandoff.channel;

import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;

/**
 * An email address or a number, as opt-outs are kept: by address, never by client, so that a client entered a second time is not
 * messaged after STOP.
 */
public sealed interface ChannelAddress {

    record Email(EmailAddress address) implements ChannelAddress {}

    record Text(PhoneNumber number) implements ChannelAddress {}

    default ChannelKind kind() {
        return switch (this) {
            case Email e -> ChannelKind.EMAIL;
            case Text t -> ChannelKind.SMS;
        };
    }

    /** The normalized address or number itself. */
    default String value() {
        return switch (this) {
            case Email e -> e.address().value();
            case Text t -> t.number().value();
        };
    }
}
