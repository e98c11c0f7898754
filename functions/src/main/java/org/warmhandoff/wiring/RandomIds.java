package org.warmhandoff.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.warmhandoff.Ids;

/**
 * Ids and tokens from the system's secure randomness. The source is made when it is first needed and dropped before a snapshot is taken:
 * two functions that wake up from one snapshot must not make the same tokens.
 */
final class RandomIds implements Ids, Resource {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long FORTY_BITS = (1L << 40) - 1;

    private final InstantSource clock;
    private SecureRandom random;
    private long lastMillis = -1;
    private long lastHigh;

    private RandomIds(InstantSource clock) {
        this.clock = clock;
    }

    static RandomIds of(InstantSource clock) {
        RandomIds ids = new RandomIds(clock);
        Core.getGlobalContext().register(ids);
        return ids;
    }

    /**
     * 48 bits of time and 80 of randomness. Within one millisecond the upper half of these counts on, so that a basket keeps its order;
     * the lower half, which people are shown as a reference, is drawn anew each time.
     */
    @Override
    public synchronized String next() {
        long millis = clock.millis();
        if (millis == lastMillis && lastHigh < FORTY_BITS) {
            lastHigh++;
        } else {
            // The highest bit stays free, so that counting on has room.
            lastHigh = bits() >>> 1;
        }
        lastMillis = millis;
        StringBuilder id = new StringBuilder(26);
        letters(id, millis, 10);
        letters(id, lastHigh, 8);
        letters(id, bits(), 8);
        return id.toString();
    }

    @Override
    public String token128() {
        return token(16);
    }

    @Override
    public String token256() {
        return token(32);
    }

    private synchronized String token(int length) {
        byte[] bytes = new byte[length];
        random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private long bits() {
        return random().nextLong() & FORTY_BITS;
    }

    private SecureRandom random() {
        if (random == null) {
            random = new SecureRandom();
        }
        return random;
    }

    private static void letters(StringBuilder id, long bits, int count) {
        for (int letter = count - 1; letter >= 0; letter--) {
            id.append(CROCKFORD.charAt((int) (bits >>> (5 * letter)) & 31));
        }
    }

    @Override
    public synchronized void beforeCheckpoint(Context<? extends Resource> context) {
        random = null;
        lastMillis = -1;
    }

    @Override
    public synchronized void afterRestore(Context<? extends Resource> context) {
        random = null;
        lastMillis = -1;
    }
}
