package org.warmhandoff.adapters.dynamo;

import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.share.OpenQuestion;
import org.warmhandoff.share.ShareId;

/**
 * {@code CH#S#<hmac> / ASK#<planned time>#<message>}: a follow-up that was asked by text and not answered. Put by the claim that asks it,
 * taken away with its answer; {@link OpenQuestion#open} says whether it still counts.
 */
public final class OpenQuestionItem {

    private OpenQuestionItem() {}

    /** Whatever stood there: a claim that asks a second time keeps the letter. */
    static Write put(AddressKey addressKey, ChannelAddress number, OpenQuestion question) {
        return Write.put(
                Keys.openQuestion(
                        addressKey.partition(number),
                        question.dueAt(),
                        question.message().text()),
                Attributes.with()
                        .put("type", "OPEN_QUESTION")
                        .put("v", 1)
                        .put("message", question.message().text())
                        .put("share", question.share().value())
                        .put("referral", question.referral().value())
                        .put("place", question.place())
                        .put("dueAt", question.dueAt())
                        .put("askedAt", question.askedAt())
                        .put("letter", question.letter())
                        .forgetAfter(question.askedAt().plus(OpenQuestion.KEPT))
                        .build());
    }

    /** Not open any more. Where there is none, nothing changes. */
    public static Write remove(AddressKey addressKey, ChannelAddress number, OpenQuestion question) {
        return Write.delete(Keys.openQuestion(
                addressKey.partition(number),
                question.dueAt(),
                question.message().text()));
    }

    /**
     * The question of a follow-up's message is not open any more: goes into the transaction of its answer, on whichever channel that came.
     */
    public static Write remove(AddressKey addressKey, Message followUp) {
        if (!(followUp.content() instanceof Content.FollowUp asked)) {
            throw new IllegalArgumentException("not a follow-up");
        }
        return Write.delete(Keys.openQuestion(
                addressKey.partition(asked.to()),
                followUp.dueAt(),
                followUp.key().text()));
    }

    /** Whether an item of a channel's partition is one. */
    public static boolean is(Item item) {
        return item.key().sk().startsWith(Keys.OPEN_QUESTION);
    }

    public static OpenQuestion fromItem(Item item) {
        Attributes read = item.attributes();
        return new OpenQuestion(
                MessageKey.ofText(read.string("message")).orElseThrow(),
                new ShareId(read.string("share")),
                new ReferralId(read.string("referral")),
                read.integer("place"),
                read.instant("dueAt"),
                read.instant("askedAt"),
                read.string("letter"));
    }
}
