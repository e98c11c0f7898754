package org.warmhandoff.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

class MessageKeyTest {

    private static final ReferralId REFERRAL = new ReferralId("01KAMQ7Z3V8X2N5R9T4W6Y1B0C");
    private static final ShareId SHARE = new ShareId("01KAMQ7Z3V8X2N5R9T4W6Y1B0D");

    @Test
    void a_follow_up_tells_its_share_and_what_it_asks_about() {
        for (ChannelKind channel : ChannelKind.values()) {
            MessageKey key = MessageKey.followUp(REFERRAL, SHARE, channel);

            assertThat(key.share()).contains(SHARE);
            assertThat(key.askedAbout()).contains(REFERRAL);
        }
    }

    @Test
    void a_first_message_tells_its_share() {
        MessageKey key = MessageKey.first(SHARE, ChannelKind.SMS);

        assertThat(key.share()).contains(SHARE);
        assertThat(key.askedAbout()).isEmpty();
    }

    @Test
    void any_other_message_tells_neither() {
        for (MessageKey key : new MessageKey[] {
            MessageKey.mail(REFERRAL, 0),
            MessageKey.ofListing(new ListingId("rainier-food-pantry"), "AGAIN", "1"),
            MessageKey.of("CH#S#abc", "REPLY", "1"),
            MessageKey.ofText("REF#no id|MSG#FU#neither#S").orElseThrow()
        }) {
            assertThat(key.share()).isEmpty();
            assertThat(key.askedAbout()).isEmpty();
        }
    }
}
