package org.warmhandoff.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.ShareId;

/**
 * Names a message: what owes it, and which of that one's messages it is. The table keeps it under exactly these two, and they are all
 * that a queue, a schedule or a provider ever hears of it: there is nobody's name or address in them.
 */
public record MessageKey(String owner, String name) {

    /** What the name of every message begins with; the stream is filtered by it. */
    public static final String PREFIX = "MSG#";

    private static final char BAR = '|';

    private static final Pattern OF_A_SHARE = Pattern.compile("SHARE#(?<first>[A-Za-z0-9]{1,40})\\|MSG#FIRST#[ES]"
            + "|REF#(?<referral>[A-Za-z0-9-]{1,40})\\|MSG#FU#(?<asked>[A-Za-z0-9]{1,40})#[ES]");

    public MessageKey {
        Objects.requireNonNull(owner);
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the name of a message");
        }
        if (owner.indexOf(BAR) >= 0 || name.indexOf(BAR) >= 0) {
            throw new IllegalArgumentException("the key of a message has no bar");
        }
    }

    /**
     * The mail that carries a referral to the address which its listing has at this epoch. One name per epoch, so however often a
     * referral is sent again, no address gets it twice.
     */
    public static MessageKey mail(ReferralId referral, int epoch) {
        return new MessageKey("REF#" + referral, PREFIX + "MAIL#" + epoch);
    }

    /** The question whether help arrived. One per referral, share and channel. */
    public static MessageKey followUp(ReferralId referral, ShareId share, ChannelKind channel) {
        return new MessageKey("REF#" + referral, PREFIX + "FU#" + share + "#" + letter(channel));
    }

    /** The first message of a share. */
    public static MessageKey first(ShareId share, ChannelKind channel) {
        return new MessageKey("SHARE#" + share, PREFIX + "FIRST#" + letter(channel));
    }

    /** A message or job that a listing owes. */
    public static MessageKey ofListing(ListingId listing, String kind, String id) {
        return new MessageKey("LISTING#" + listing, PREFIX + kind + "#" + id);
    }

    /**
     * A message or job that any other owner owes, such as a client's channel.
     *
     * @param owner its partition key
     */
    public static MessageKey of(String owner, String kind, String id) {
        return new MessageKey(owner, PREFIX + kind + "#" + id);
    }

    /** As a queue and a schedule carry it. */
    public String text() {
        return owner + BAR + name;
    }

    /** What a queue or a schedule carried; empty if that is no key of a message. */
    public static Optional<MessageKey> ofText(String text) {
        int bar = text.indexOf(BAR);
        if (bar <= 0 || !text.startsWith(PREFIX, bar + 1) || text.indexOf(BAR, bar + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new MessageKey(text.substring(0, bar), text.substring(bar + 1)));
    }

    /** As the tag of a mail, which may hold letters, digits, hyphens and underscores alone. */
    public String tag() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text().getBytes(StandardCharsets.UTF_8));
    }

    /** What the tag of a mail says; empty if it is none of ours. */
    public static Optional<MessageKey> ofTag(String tag) {
        try {
            return ofText(new String(Base64.getUrlDecoder().decode(tag), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The share that this is a message of; empty where it is none of a client's series. */
    public Optional<ShareId> share() {
        Matcher matched = OF_A_SHARE.matcher(text());
        return matched.matches()
                ? Optional.of(
                        new ShareId(matched.group("asked") == null ? matched.group("first") : matched.group("asked")))
                : Optional.empty();
    }

    /** The referral that this asks about; empty where it is no follow-up. */
    public Optional<ReferralId> askedAbout() {
        Matcher matched = OF_A_SHARE.matcher(text());
        return matched.matches()
                ? Optional.ofNullable(matched.group("referral")).map(ReferralId::new)
                : Optional.empty();
    }

    private static char letter(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> 'E';
            case SMS -> 'S';
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
