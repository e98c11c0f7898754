package org.warmhandoff.adapters.dynamo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended: the last item, and its sort key in what was queried. The partition is not part of it: that comes from who asks,
 * so a cursor carried elsewhere shows nothing of where it came from.
 */
public record Position(Key key, String sort) {

    private static final String SEPARATOR = "\n";

    /** Opaque text for a client to send back. */
    public String cursor() {
        String parts = String.join(SEPARATOR, key.pk(), key.sk(), sort);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadCursor where the text is not one */
    public static Position parse(String cursor) {
        if (cursor.length() > 1_000) {
            throw new BadCursor();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != 3 || parts[2].isEmpty()) {
                throw new BadCursor();
            }
            return new Position(new Key(parts[0], parts[1]), parts[2]);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new BadCursor();
        }
    }
}
