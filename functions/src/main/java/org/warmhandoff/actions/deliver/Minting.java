package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;

/** Makes the links of one claim. Their tokens are in the words that are about to be sent and nowhere else; what is kept are hashes. */
final class Minting {

    private final Ids ids;
    private final String publicAddress;
    private final Instant now;
    private final List<Link> links = new ArrayList<>();

    Minting(Ids ids, String publicAddress, Instant now) {
        this.ids = ids;
        this.publicAddress = publicAddress;
        this.now = now;
    }

    /** A link for an email. */
    String forMail(Purpose purpose, Target target, Optional<Instant> expiresAt) {
        return made(ids.token256(), purpose, target, expiresAt);
    }

    /** A link for a text, where every character counts. */
    String forText(Purpose purpose, Target target, Optional<Instant> expiresAt) {
        return made(ids.token128(), purpose, target, expiresAt);
    }

    private String made(String token, Purpose purpose, Target target, Optional<Instant> expiresAt) {
        links.add(new Link(TokenHash.of(token), purpose, target, now, expiresAt, Optional.empty()));
        return publicAddress + purpose.path(token);
    }

    List<Link> links() {
        return List.copyOf(links);
    }
}
