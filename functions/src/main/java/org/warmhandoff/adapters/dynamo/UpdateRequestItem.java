package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.UpdateRequest;

/** {@code REQ#<id>}: what receiving staff asked the administrators for. */
final class UpdateRequestItem {

    static final String CLOSED_AT = TableDefinition.ROW + ".closedAt";
    private static final String TYPE = "REQ";
    private static final int FORMAT = 1;

    private UpdateRequestItem() {}

    static Key key(UpdateRequest request) {
        return Keys.updateRequest(request.id());
    }

    static Attributes toItem(UpdateRequest request) {
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .index(Index.G1, Keys.UPDATE_REQUESTS, Keys.newest(request.at(), request.id()))
                .row(Attributes.with()
                        .put("id", request.id())
                        .put("listing", request.listing().value())
                        .put("program", request.program())
                        .put("text", request.text())
                        .put("at", request.at())
                        .put("closedAt", request.closedAt())
                        .build())
                .build();
    }

    /** From the table or from an index. */
    static UpdateRequest fromItem(Item item) {
        Attributes row = item.row();
        return new UpdateRequest(
                row.string("id"),
                new ListingId(row.string("listing")),
                row.string("program"),
                row.string("text"),
                row.instant("at"),
                row.optionalInstant("closedAt"));
    }

    static Write create(UpdateRequest request) {
        return Write.create(key(request), toItem(request));
    }

    /** Only the first time counts. */
    static Write close(UpdateRequest request, Instant now) {
        return Write.update(key(request))
                .set(CLOSED_AT, now)
                .onlyIf(Condition.itemExists().and(Condition.absent(CLOSED_AT)));
    }
}
