package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.listing.Directories;

/** {@code DIR}/{@code VERSION}: counts the changes that a search can see. */
final class DirectoryItem {

    private static final String NUMBER = "n";
    private static final String CHANGED_AT = "at";

    private DirectoryItem() {}

    static Write raise(Instant now) {
        return Write.update(Keys.DIRECTORY_VERSION).add(NUMBER, 1).set(CHANGED_AT, now);
    }

    /** A network without a listing has version 0. */
    static Directories.Version fromItem(Optional<Item> item) {
        return item.map(Item::attributes)
                .map(all -> new Directories.Version(all.number(NUMBER), all.instant(CHANGED_AT)))
                .orElse(new Directories.Version(0, Instant.EPOCH));
    }
}
