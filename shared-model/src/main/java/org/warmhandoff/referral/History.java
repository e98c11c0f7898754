package org.warmhandoff.referral;

import java.util.List;

/**
 * What a referral's drawer shows beside the referral itself.
 *
 * @param activity newest first
 */
public record History(List<Activity> activity, List<FollowUp> followUps) {
    public History {
        activity = List.copyOf(activity);
        followUps = List.copyOf(followUps);
    }
}
