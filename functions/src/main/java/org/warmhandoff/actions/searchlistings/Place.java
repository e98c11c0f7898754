package org.warmhandoff.actions.searchlistings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.warmhandoff.adapters.http.InvalidRequest;

/** Where in a search's order a page ended, as text for a client to send back. */
final class Place {

    private Place() {}

    static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> of(Optional<String> cursor) {
        return cursor.map(Place::decoded);
    }

    private static String decoded(String cursor) {
        try {
            String place = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            if (place.matches("[01]{2}.*")) {
                return place;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Said below.
        }
        throw new InvalidRequest("/?cursor", "Not a cursor of this list.");
    }
}
