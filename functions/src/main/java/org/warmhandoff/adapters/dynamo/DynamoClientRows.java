package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.ClientRows;
import org.warmhandoff.client.ClientWords;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** Lists of clients: one query each. */
public final class DynamoClientRows implements ClientRows {

    /** How far a query of several words looks at once: its other words are compared here. */
    private static final int LOOKED_THROUGH = 500;

    private final Table table;

    public DynamoClientRows(Table table) {
        this.table = table;
    }

    @Override
    public Page<ClientRow> all(OrganizationId organization, Optional<String> from, int limit) {
        var page = table.query(
                Query.of(Index.G1, Keys.clientsOf(organization)).limit(limit).from(from.map(Position::parse)));
        return new Page<>(
                page.items().stream().map(ClientItem::rowOf).toList(),
                page.next().map(Position::cursor));
    }

    @Override
    public Page<ClientRow> matching(
            OrganizationId organization, ClientWords.Query query, Optional<String> from, int limit) {
        var page = table.query(Query.of(Keys.clientWords(organization))
                .beginsWith(query.prefix())
                .limit(Math.max(limit, LOOKED_THROUGH))
                .from(from.map(Position::parse)));
        List<ClientRow> rows = new ArrayList<>();
        for (Item item : page.items()) {
            if (query.matches(ClientItem.wordsOf(item)) && isFirst(item, query.prefix())) {
                if (rows.size() == limit) {
                    return new Page<>(rows, Optional.of(before(item, page.items())));
                }
                rows.add(ClientItem.rowOf(item));
            }
        }
        return new Page<>(rows, page.next().map(Position::cursor));
    }

    /** Whether this is the first of the client's words that begin so: a client called Ann Anne is listed once. */
    private static boolean isFirst(Item item, String prefix) {
        String first = ClientItem.wordsOf(item).stream()
                .filter(word -> word.startsWith(prefix))
                .min(Utf8Order::compare)
                .orElseThrow();
        String id = item.row().string("id");
        return item.key().sk().equals(first + "#" + id);
    }

    /** The next page starts behind the item before this one. */
    private static String before(Item item, List<Item> items) {
        Key last = items.get(items.indexOf(item) - 1).key();
        return new Position(last, last.sk()).cursor();
    }
}
