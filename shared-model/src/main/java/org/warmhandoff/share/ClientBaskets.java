package org.warmhandoff.share;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.message.Message;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.referral.Barrier;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;

/** What a client sees of what was shared with them, and what they say to it. Whoever reads has been given a link to exactly that. */
public interface ClientBaskets {

    /**
     * A basket with everything on its page.
     *
     * @param referrals in basket order
     * @param letters of the questions that were asked by text and are open, by referral
     */
    record Page(
            Share share, List<Referral> referrals, Map<ListingId, Listing> listings, Map<ReferralId, String> letters) {}

    /**
     * One referral of a basket, with its follow-ups on every channel.
     *
     * @param place in the basket, from 1
     */
    record Question(Share share, int place, Referral referral, List<Message> followUps) {

        /** Whether it was asked and waits for its answer: then the same answer as one given earlier is still an answer to it. */
        public boolean unanswered() {
            return followUps.stream()
                    .anyMatch(message ->
                            message.perhapsAsked() && message.answer().isEmpty());
        }
    }

    /** What came of saying something. */
    sealed interface Said {
        record Done(Referral referral) implements Said {}

        /** The client said something else meanwhile, from another page or by text. */
        record Overtaken(Question standing) implements Said {}
    }

    /** What a link to a basket opens; empty once the address that it was sent to is somebody else's. */
    Optional<Page> page(Link link, Target.Basket basket, Instant now);

    /** What a follow-up's link opens; empty likewise. */
    Optional<Question> question(Link link, Target.Question asked);

    /** The place of a basket's page, from 1; empty likewise, and where the basket has none there. */
    Optional<Question> question(Link link, Target.Basket basket, int place);

    /** Keeps an answer with everything that follows from it. What the receiver did meanwhile does not cost the client theirs. */
    Said answer(Question read, Answer answer, Instant now);

    /** Keeps why no help came, and whether somebody should call. */
    Said explain(Question read, Optional<Barrier> barrier, boolean help, Instant now);
}
