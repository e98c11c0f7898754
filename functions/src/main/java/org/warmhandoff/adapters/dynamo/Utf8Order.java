package org.warmhandoff.adapters.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** DynamoDB orders text by its UTF-8 bytes, which differs from Java's order beyond the basic plane. */
final class Utf8Order {

    private Utf8Order() {}

    static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
