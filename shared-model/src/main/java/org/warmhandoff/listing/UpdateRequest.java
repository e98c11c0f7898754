package org.warmhandoff.listing;

import java.time.Instant;
import java.util.Optional;

/**
 * What receiving staff asked the network's administrators through Manage Emails: a correction of their listing or a question.
 *
 * @param id opaque, unique in the network
 * @param text as written, at most 2,000 characters
 */
public record UpdateRequest(
        String id, ListingId listing, String program, String text, Instant at, Optional<Instant> closedAt) {}
