package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;

/**
 * One consistent batch of a signed-in caller and what the call is about:
 *
 * <pre>{@code
 * return Reading.by(caller).and(ListingItem.key(id)).from(table).map(read -> ListingItem.in(read, id));
 * }</pre>
 */
final class Reading {

    private final MemberId caller;
    private final SequencedSet<Key> keys = new LinkedHashSet<>();

    private Reading(MemberId caller) {
        this.caller = caller;
        keys.add(MemberItem.key(caller));
    }

    static Reading by(MemberId caller) {
        return new Reading(caller);
    }

    Reading and(Key... more) {
        keys.addAll(List.of(more));
        return this;
    }

    Reading and(Iterable<Key> more) {
        more.forEach(keys::add);
        return this;
    }

    /** One call to the table, and another for each further hundred of keys. */
    ReadBy<Map<Key, Item>> from(Table table) {
        Map<Key, Item> read = Batches.read(table, new ArrayList<>(keys));
        return new ReadBy<>(MemberItem.in(read, caller), read);
    }
}
