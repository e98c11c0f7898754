package org.warmhandoff.link;

import java.util.Optional;

/** Where links are kept, by the hash of their token. */
public interface Links {

    /** The link with this token, dead or alive; empty for a token that was never made, or is mangled. */
    Optional<Link> find(String token);
}
