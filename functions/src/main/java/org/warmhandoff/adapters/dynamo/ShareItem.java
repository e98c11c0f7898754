package org.warmhandoff.adapters.dynamo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;

/** {@code SHARE#<id>}: a share, never changed. */
public final class ShareItem {

    private ShareItem() {}

    public static Key key(ShareId share) {
        return Keys.share(share);
    }

    static Write put(Share share) {
        return Write.create(
                key(share.id()),
                Attributes.with()
                        .put("type", "SHARE")
                        .put("v", 1)
                        .put("organization", share.organization().value())
                        .put("client", share.client().value())
                        .put("by", share.by().value())
                        .put("referrals", ids(share.referrals()))
                        .put(
                                "followedUp",
                                ids(share.referrals().stream()
                                        .filter(share.followedUp()::contains)
                                        .toList()))
                        .put("language", share.language())
                        .put("zone", share.zone().getId())
                        .put("at", share.at())
                        .put("to", share.to().stream().map(ChannelItem::address).toList())
                        .put("expiresAt", share.expiresAt())
                        .build());
    }

    public static Share fromItem(Item item) {
        Attributes read = item.attributes();
        return new Share(
                new ShareId(item.key().pk().substring("SHARE#".length())),
                new OrganizationId(read.string("organization")),
                new ClientId(read.string("client")),
                new MemberId(read.string("by")),
                read.strings("referrals").stream().map(ReferralId::new).toList(),
                followedUp(read),
                read.string("language"),
                ZoneId.of(read.string("zone")),
                read.instant("at"),
                read.list("to").stream().map(ChannelItem::address).toList());
    }

    private static Set<ReferralId> followedUp(Attributes read) {
        return read.strings("followedUp").stream().map(ReferralId::new).collect(Collectors.toSet());
    }

    public static Optional<Share> in(Map<Key, Item> read, ShareId share) {
        return Optional.ofNullable(read.get(key(share))).map(ShareItem::fromItem);
    }

    private static List<String> ids(List<ReferralId> referrals) {
        return referrals.stream().map(ReferralId::value).toList();
    }
}
