package org.warmhandoff.actions.sharewithclient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.resources.ChannelFields;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.Sharing;

/** Reads the body of a share. */
final class ShareFields {

    private static final int MOST = 20;

    private final ChannelFields channels;

    ShareFields(PhoneNumbers phoneNumbers) {
        channels = new ChannelFields(phoneNumbers);
    }

    record Read(Sharing.Wanted wanted, boolean saveToProfile) {}

    Read read(Fields fields) {
        List<String> referrals = fields.distinct("referralIds", 1, MOST, Optional::of, "An id is needed.");
        Optional<ChannelAddress> email = channels.email(fields);
        Optional<ChannelAddress> phone = channels.phone(fields);
        if (!fields.has("email") && !fields.has("phone")) {
            fields.refuse("email", "An email address or a phone number is needed.");
            fields.refuse("phone", "An email address or a phone number is needed.");
        }
        if (!fields.optionalFlag("consent").orElse(false)) {
            fields.refuse("consent", "The client's consent is needed.");
        }
        boolean saveToProfile = fields.flag("saveToProfile", false);
        List<String> followUp = fields.distinct("followUp", 0, MOST, Optional::of, "An id is needed.");
        for (int i = 0; i < followUp.size(); i++) {
            if (!referrals.contains(followUp.get(i))) {
                fields.refuse("followUp", i, "This is not among the referrals.");
            }
        }
        fields.verify();
        List<ReferralId> ids = referrals.stream().map(ShareFields::id).toList();
        return new Read(
                new Sharing.Wanted(
                        ids,
                        Stream.of(email, phone).flatMap(Optional::stream).toList(),
                        Set.copyOf(followUp.stream().map(ShareFields::id).toList())),
                saveToProfile);
    }

    /** What cannot be an id is one that nobody knows. */
    private static ReferralId id(String typed) {
        try {
            return new ReferralId(typed);
        } catch (IllegalArgumentException e) {
            return Caller.found(Optional.empty());
        }
    }
}
