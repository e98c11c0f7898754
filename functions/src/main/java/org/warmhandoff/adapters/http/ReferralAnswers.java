package org.warmhandoff.adapters.http;

import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Referrals;

/** Answers of the routes that open or move one referral: the referral as the member sees it, or why not. */
public final class ReferralAnswers {

    private final Referrals referrals;

    public ReferralAnswers(Referrals referrals) {
        this.referrals = referrals;
    }

    /** From which side a member sees a referral that is theirs. */
    public static ReferralJson.View view(Member member, Referral referral) {
        boolean sender =
                member.may(Role.CASEWORKER) && referral.sender().organization().equals(member.organization());
        boolean receiver = member.may(Role.RECEIVER)
                && referral.inNetwork()
                && referral.receiver().organization().equals(member.organization());
        return new ReferralJson.View(sender, receiver);
    }

    /** 200 with the whole referral. */
    public ApiResponse ok(Member member, Referral referral) {
        return ApiResponse.ok(json -> write(json, member, referral));
    }

    /** 200 with the referral as it is after the move, or 409 with what stands. */
    public ApiResponse of(Member member, Moving.End end) {
        return switch (end) {
            case Moving.End.Moved moved -> ok(member, moved.referral());
            case Moving.End.Unchanged unchanged -> ok(member, unchanged.referral());
            case Moving.End.Refused refused -> refused(member, refused.referral());
        };
    }

    /** 409: the state forbids it; the referral as it stands comes along. */
    public ApiResponse refused(Member member, Referral standing) {
        return Problem.conflict(
                        "state-forbids",
                        "The referral is " + standing.status().label() + ", so this cannot be done now",
                        json -> write(json, member, standing))
                .response();
    }

    private void write(JsonWriter json, Member member, Referral referral) {
        ReferralJson.write(json, referral, referrals.history(referral), view(member, referral));
    }
}
