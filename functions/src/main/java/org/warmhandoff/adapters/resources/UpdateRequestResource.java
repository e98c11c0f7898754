package org.warmhandoff.adapters.resources;

import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.listing.UpdateRequest;

/** What receiving staff asked for. */
public final class UpdateRequestResource {

    private UpdateRequestResource() {}

    public static void write(JsonWriter json, UpdateRequest request) {
        json.put("id", request.id())
                .object(
                        "listing",
                        inner -> inner.put("id", request.listing().value()).put("program", request.program()))
                .put("text", request.text())
                .put("at", request.at())
                .put("closedAt", request.closedAt());
    }
}
