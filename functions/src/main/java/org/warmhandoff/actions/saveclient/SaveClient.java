package org.warmhandoff.actions.saveclient;

import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;

/** Replaces a client by what a caseworker wrote. */
final class SaveClient {

    private static final int TRIES = 4;

    sealed interface Outcome {}

    record Created(Client client) implements Outcome {}

    record Replaced(Client client) implements Outcome {}

    record Contended() implements Outcome {}

    private final ClientBook book;

    SaveClient(ClientBook book) {
        this.book = book;
    }

    /** Two caseworkers at once: the later one replaces what the earlier one wrote, as with every PUT, and no word is left behind. */
    Outcome save(Client written) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<Client> before = book.find(written.organization(), written.id());
            Client client = written.after(before);
            if (book.save(before, client)) {
                return before.isPresent() ? new Replaced(client) : new Created(client);
            }
        }
        return new Contended();
    }
}
