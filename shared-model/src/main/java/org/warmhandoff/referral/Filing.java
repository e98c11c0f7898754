package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Optional;

/** Files what is answered or closed: out of the sender's Outbound and into History, and back. No move: nobody else notices. */
public final class Filing {

    private static final int MOST_TRIES = 8;

    private final Referrals referrals;

    public Filing(Referrals referrals) {
        this.referrals = referrals;
    }

    public Moving.End archive(Referral read, Actor by, Instant now) {
        return file(read, by, now, Optional.of(now), "Archived");
    }

    public Moving.End restore(Referral read, Actor by, Instant now) {
        return file(read, by, now, Optional.empty(), "Restored from History");
    }

    private Moving.End file(Referral read, Actor by, Instant now, Optional<Instant> archived, String text) {
        Referral standing = read;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (standing.archivedAt().isPresent() == archived.isPresent()) {
                return new Moving.End.Unchanged(standing);
            }
            if (!standing.archivable()) {
                return new Moving.End.Refused(standing);
            }
            switch (referrals.file(standing, standing.filed(archived), Activity.fact(now, by, text))) {
                case Referrals.Saved.Done done -> {
                    return new Moving.End.Moved(done.referral());
                }
                case Referrals.Saved.Lost lost -> standing = lost.standing();
            }
        }
        return new Moving.End.Refused(standing);
    }
}
