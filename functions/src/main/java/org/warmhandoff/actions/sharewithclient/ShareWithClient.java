package org.warmhandoff.actions.sharewithclient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.share.Share;
import org.warmhandoff.share.ShareId;
import org.warmhandoff.share.Shares;
import org.warmhandoff.share.Sharing;
import org.warmhandoff.share.Sharing.Verdict;

/** Shares a basket: decided on what was read, and again where something overtook it. */
final class ShareWithClient {

    private static final int TRIES = 5;

    sealed interface End {
        record Made(Share share) implements End {}

        record Earlier(Attempt.Done done) implements End {}

        record NotFound() implements End {}

        record Refused(Verdict verdict) implements End {}

        record Enough(Instant now, Instant until) implements End {}

        /** Others were faster each time. */
        record Contended() implements End {}
    }

    private final Shares shares;
    private final Shares.Limits limits;
    private final InstantSource clock;
    private final Ids ids;

    ShareWithClient(Shares shares, Shares.Limits limits, InstantSource clock, Ids ids) {
        this.shares = shares;
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
    }

    End share(Member caseworker, Sharing.Wanted wanted, Optional<Attempt> attempt) {
        for (int attempted = 0; attempted < TRIES; attempted++) {
            Optional<End> end = attempt(caseworker, wanted, attempt, clock.instant());
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new End.Contended();
    }

    private Optional<End> attempt(Member caseworker, Sharing.Wanted wanted, Optional<Attempt> attempt, Instant now) {
        Shares.Gathered read = shares.gather(caseworker, wanted, attempt, now);
        if (read.earlier().isPresent()) {
            return read.earlier().map(End.Earlier::new);
        }
        if (read.ingredients().isEmpty()) {
            return Optional.of(new End.NotFound());
        }
        Sharing.Ingredients from = read.ingredients().get();
        return switch (Sharing.decide(wanted, from, caseworker, new ShareId(ids.next()), now)) {
            case Verdict.May may ->
                switch (shares.write(caseworker, may.share(), from.channels(), may.channels(), attempt, limits)) {
                    case Shares.End.Done done -> Optional.of(new End.Made(may.share()));
                    case Shares.End.Made made -> Optional.of(new End.Earlier(made.earlier()));
                    case Shares.End.Enough enough -> Optional.of(new End.Enough(now, enough.until()));
                    case Shares.End.Overtaken overtaken -> Optional.empty();
                };
            case Verdict refused -> Optional.of(new End.Refused(refused));
        };
    }
}
