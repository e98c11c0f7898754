package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.listing.Directories;
import org.warmhandoff.listing.Directory;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;

/**
 * Keeps the directory between calls: one call tells that it is still true, and one for each megabyte reads it anew.
 *
 * <p>The index that it is read from trails the table by a moment. So what is read just after a change may miss it, and is used but not
 * kept.
 */
public final class DynamoDirectories implements Directories {

    static final Duration INDEX_TRAILS = Duration.ofSeconds(5);

    private final Table table;
    private final InstantSource clock;

    private record Kept(long number, Directory directory) {}

    private volatile Kept kept = new Kept(-1, Directory.EMPTY);

    public DynamoDirectories(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public ReadBy<Version> version(MemberId caller) {
        return Reading.by(caller)
                .and(Keys.DIRECTORY_VERSION)
                .from(table)
                .map(read -> DirectoryItem.fromItem(Optional.ofNullable(read.get(Keys.DIRECTORY_VERSION))));
    }

    @Override
    public Directory at(Version version) {
        Kept last = kept;
        if (last.number() == version.number()) {
            return last.directory();
        }
        Instant before = clock.instant();
        Directory read = Directory.of(table.queryAll(Query.of(Index.G1, Keys.DIRECTORY)).stream()
                .map(ListingItem::fromIndex)
                .toList());
        if (!before.isBefore(version.changedAt().plus(INDEX_TRAILS))) {
            kept = new Kept(version.number(), read);
        }
        return read;
    }
}
