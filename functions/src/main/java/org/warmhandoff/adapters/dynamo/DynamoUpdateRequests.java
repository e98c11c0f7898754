package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.listing.UpdateRequest;
import org.warmhandoff.listing.UpdateRequests;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.paging.Page;

/** Requests of receiving staff. */
public final class DynamoUpdateRequests implements UpdateRequests {

    private final Table table;

    public DynamoUpdateRequests(Table table) {
        this.table = table;
    }

    @Override
    public Page<UpdateRequest> list(Optional<String> from, int limit) {
        var page = table.query(
                Query.of(Index.G1, Keys.UPDATE_REQUESTS).backward().limit(limit).from(from.map(Position::parse)));
        return new Page<>(
                page.items().stream().map(UpdateRequestItem::fromItem).toList(),
                page.next().map(Position::cursor));
    }

    @Override
    public ReadBy<Optional<UpdateRequest>> find(MemberId caller, String id) {
        Key key = Keys.updateRequest(id);
        return Reading.by(caller)
                .and(key)
                .from(table)
                .map(read -> Optional.ofNullable(read.get(key)).map(UpdateRequestItem::fromItem));
    }

    @Override
    public UpdateRequest close(UpdateRequest request, Instant now) {
        return switch (table.write(UpdateRequestItem.close(request, now))) {
            case Written.Done() ->
                new UpdateRequest(
                        request.id(),
                        request.listing(),
                        request.program(),
                        request.text(),
                        request.at(),
                        Optional.of(now));
            case Written.Refused refused ->
                refused.standing(0).map(UpdateRequestItem::fromItem).orElse(request);
        };
    }
}
