package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.ReferralId;

/**
 * What a change of a message means to the referral that it is about: how its delivery stands, and a line of its activity. Written with
 * the change itself, whoever makes it. Never a move: the referral's version stays, so a receiver's open form does not go stale when the
 * mail is recorded as sent.
 */
public final class MessageNews {

    private static final String MAILED = "row.mailed";

    private final Ids ids;

    public MessageNews(Ids ids) {
        this.ids = ids;
    }

    /** The writes that go with a change; any of them may fail without harm to it. */
    public List<Write> of(Message before, Message after, Instant now) {
        return switch (after.content()) {
            case Content.ReferralMail mail -> referralMail(mail, before, after, now);
            case Content.FollowUp asked -> followUp(asked, before, after, now);
            case Content.FirstMessage first -> first(first, before, after, now);
            case Content.AddressChange change -> List.of();
            case Content.TextReply reply -> List.of();
            case Content.SendOpenAgain work -> List.of();
            case Content.CloseOwedOnChannel work -> List.of();
            case Content.CloseOwedToClient work -> List.of();
        };
    }

    /** A mail to an earlier address says nothing any more of a referral that was mailed to a later one. */
    private List<Write> referralMail(Content.ReferralMail mail, Message before, Message after, Instant now) {
        List<Write> news = new ArrayList<>();
        boolean settled = !after.delivery().equals(before.delivery())
                && after.closeReason()
                        .filter(reason -> reason == CloseReason.SUPERSEDED)
                        .isEmpty();
        if (settled) {
            int epoch = epoch(after);
            news.add(ReferralItem.delivered(mail.referral(), after.delivery())
                    .set(MAILED, epoch)
                    .onlyIf(Condition.itemExists().and(Condition.absent(MAILED).or(Condition.atMost(MAILED, epoch)))));
            line(after, "Referral email", "Referral email sent")
                    .ifPresent(text -> news.add(activity(mail.referral(), text, now)));
        }
        return news;
    }

    /** One message for the whole basket: each of its referrals tells of it. */
    private List<Write> first(Content.FirstMessage first, Message before, Message after, Instant now) {
        if (after.delivery().equals(before.delivery())) {
            return List.of();
        }
        boolean email = first.to().kind() == ChannelKind.EMAIL;
        Optional<String> line = line(
                after,
                email ? "Information email" : "Information text",
                email ? "Information sent to the client by email" : "Information sent to the client by text");
        List<Write> news = new ArrayList<>();
        for (ReferralId referral : first.referrals()) {
            news.add(ReferralItem.shareDelivered(referral, first.to().kind(), after.delivery()));
            line.ifPresent(text -> news.add(activity(referral, text, now)));
        }
        return news;
    }

    private List<Write> followUp(Content.FollowUp asked, Message before, Message after, Instant now) {
        if (after.delivery().equals(before.delivery())) {
            return List.of();
        }
        boolean email = asked.to().kind() == ChannelKind.EMAIL;
        return line(
                        after,
                        email ? "Follow-up email" : "Follow-up text",
                        email
                                ? "Asked the client by email whether help arrived"
                                : "Asked the client by text whether help arrived")
                .map(text -> List.of(activity(asked.referral(), text, now)))
                .orElse(List.of());
    }

    /** What is worth a line: not that it is delivered as hoped for, nor that it takes a little longer. */
    private static Optional<String> line(Message after, String what, String sent) {
        return switch (after.delivery().state()) {
            case PENDING, DELAYED, DELIVERED -> Optional.empty();
            case SENT -> Optional.of(sent);
            case UNCERTAIN -> Optional.of(what + ": nobody knows whether it was sent");
            case SUPPRESSED ->
                Optional.of(what + " not sent: " + after.delivery().detail());
            case FAILED ->
                Optional.of(what + " could not be sent: " + after.delivery().detail());
            case BOUNCED -> Optional.of(what + " came back: " + after.delivery().detail());
            case COMPLAINED -> Optional.of(what + " was reported as unwanted");
        };
    }

    private static int epoch(Message mail) {
        String name = mail.key().name();
        return Integer.parseInt(name.substring(name.lastIndexOf('#') + 1));
    }

    private Write activity(ReferralId referral, String text, Instant now) {
        return ActivityItem.put(referral, Activity.fact(now, Actor.SYSTEM, text), ids.next());
    }
}
