package org.warmhandoff.referral;

import java.util.function.Function;

/**
 * Moves a referral through its store. Of two racing moves one wins; the other is decided again on what then stands, so it ends as the
 * same answer, as another move that is still open, or as a refusal, and never as an error.
 */
public final class Moving {

    /** Whoever loses this often in a row is told that the table is busy by whoever calls. */
    private static final int MOST_TRIES = 8;

    private final Referrals referrals;

    public Moving(Referrals referrals) {
        this.referrals = referrals;
    }

    /** What stands in the end. */
    public sealed interface End {
        Referral referral();

        record Moved(Referral referral) implements End {}

        /** It was so already. */
        record Unchanged(Referral referral) implements End {}

        record Refused(Referral referral) implements End {}
    }

    /** @param move decided on the referral as it stands, again each time somebody else was faster */
    public End move(Referral read, Function<Referral, Move> move) {
        Referral standing = read;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            switch (move.apply(standing)) {
                case Move.Unchanged unchanged -> {
                    return new End.Unchanged(unchanged.referral());
                }
                case Move.Refused refused -> {
                    return new End.Refused(refused.state());
                }
                case Move.Moved moved -> {
                    switch (referrals.save(standing, moved)) {
                        case Referrals.Saved.Done done -> {
                            return new End.Moved(done.referral());
                        }
                        case Referrals.Saved.Lost lost -> standing = lost.standing();
                    }
                }
            }
        }
        return new End.Refused(standing);
    }
}
