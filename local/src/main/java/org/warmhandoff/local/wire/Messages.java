package org.warmhandoff.local.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.local.store.Store;

/** Every message, in the order in which it came. */
public final class Messages {

    private static final String JOURNAL = "messages";

    private final List<Message> messages = new ArrayList<>();
    private final Store store;

    Messages(Store store) {
        this.store = store;
        store.journal(JOURNAL).stream().map(Message::fromJson).forEach(messages::add);
    }

    synchronized void add(Message message) {
        messages.add(message);
        store.append(JOURNAL, message.toJson());
    }

    /** Oldest first, texts from clients among them. */
    public synchronized List<Message> all() {
        return List.copyOf(messages);
    }

    public synchronized int count() {
        return messages.size();
    }

    /** What was sent to this address or number, oldest first. */
    public List<Message> to(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(message -> !message.inbound()
                        && message.to().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
    }

    Optional<Message> lastTo(String address) {
        return to(address).reversed().stream().findFirst();
    }
}
