package org.warmhandoff.adapters.dynamo;

import java.util.OptionalInt;
import org.warmhandoff.referral.Activity;
import org.warmhandoff.referral.ReferralId;

/** One line of Recent Activity: {@code REF#id / ACT#<at>#<ulid>}. Written once, with what it tells of, and never again. */
public final class ActivityItem {

    private ActivityItem() {}

    /**
     * The line, as a write for the transaction of what it tells.
     *
     * @param ulid keeps two lines of one instant apart
     */
    public static Write put(ReferralId referral, Activity line, String ulid) {
        Attributes.Builder attributes = Attributes.with()
                .put("at", line.at())
                .put("actor", ReferralItem.actor(line.actor()))
                .put("text", line.text())
                .put("audience", line.audience());
        line.move().ifPresent(number -> attributes.put("move", number));
        return Write.create(Keys.activity(referral, line.at(), ulid), attributes.build());
    }

    static boolean is(Item item) {
        return item.key().sk().startsWith(Keys.ACTIVITY);
    }

    static Activity from(Item item) {
        Attributes from = item.attributes();
        return new Activity(
                from.instant("at"),
                ReferralItem.actor(from.attributes("actor")),
                from.string("text"),
                from.optionalInteger("move").map(OptionalInt::of).orElseGet(OptionalInt::empty),
                from.one(Activity.Audience.class, "audience"));
    }
}
