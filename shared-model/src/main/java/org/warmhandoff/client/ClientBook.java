package org.warmhandoff.client;

import java.util.Optional;

/** The clients of an organization, as its caseworkers keep them. */
public interface ClientBook extends Clients {

    /**
     * Saves a client with the words it is found by, and, when it turned to {@code doNotContact}, what closes everything still owed to it.
     *
     * @return false when the client is not as it was in {@code before} any more: read again
     */
    boolean save(Optional<Client> before, Client after);
}
