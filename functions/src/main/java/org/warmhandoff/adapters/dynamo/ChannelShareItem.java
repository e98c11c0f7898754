package org.warmhandoff.adapters.dynamo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;

/** {@code CH#... / SHARE#<id>}: what a share owes on a channel, so that one walk of the channel finds all of it. */
final class ChannelShareItem {

    private ChannelShareItem() {}

    static Write put(AddressKey addressKey, Share share, ChannelAddress address) {
        List<String> followUps = share.referrals().stream()
                .filter(share.followedUp()::contains)
                .map(referral -> MessageKey.followUp(referral, share.id(), address.kind())
                        .text())
                .toList();
        return Write.create(
                Keys.channelShare(addressKey.partition(address), share.id()),
                Attributes.with()
                        .put("type", "CHANNEL_SHARE")
                        .put("v", 1)
                        .put(
                                "first",
                                MessageKey.first(share.id(), address.kind()).text())
                        .put("followUps", followUps)
                        .put("at", share.at())
                        .build());
    }

    static ShareId share(Item item) {
        return new ShareId(item.key().sk().substring(Keys.CHANNEL_SHARE.length()));
    }

    /** Every message of this share on this channel: the first one, then its follow-ups in basket order. */
    static List<MessageKey> messages(Item item) {
        return Stream.concat(
                        Stream.of(item.attributes().string("first")), item.attributes().strings("followUps").stream())
                .map(MessageKey::ofText)
                .flatMap(Optional::stream)
                .toList();
    }
}
