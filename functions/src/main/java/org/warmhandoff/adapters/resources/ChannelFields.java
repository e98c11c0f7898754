package org.warmhandoff.adapters.resources;

import java.util.Optional;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;

/** An email address or a number that somebody typed. */
public final class ChannelFields {

    private final PhoneNumbers phoneNumbers;

    public ChannelFields(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    /** The address at {@code /email}. */
    public Optional<ChannelAddress> email(Fields fields) {
        return fields.optionalParsed("email", EmailAddress::parse, "An email address, such as name@example.org.")
                .map(ChannelAddress.Email::new);
    }

    /** The number at {@code /phone}; one that we do not text is refused. */
    public Optional<ChannelAddress> phone(Fields fields) {
        Optional<PhoneNumber> number =
                fields.optionalParsed("phone", phoneNumbers::parse, "A whole phone number, such as (217) 555-0142.");
        number.filter(it -> !phoneNumbers.textable(it))
                .ifPresent(it -> fields.refuse("phone", "We text numbers of the United States and Canada only."));
        return number.map(ChannelAddress.Text::new);
    }

    /** The one that was given; null, with an error, where that is none or both. */
    public ChannelAddress one(Fields fields) {
        Optional<ChannelAddress> email = email(fields);
        Optional<ChannelAddress> phone = phone(fields);
        if (!fields.hasErrors() && email.isPresent() == phone.isPresent()) {
            fields.refuse("email", "Either an email address or a phone number is needed.");
            fields.refuse("phone", "Either an email address or a phone number is needed.");
        }
        return email.or(() -> phone).orElse(null);
    }
}
