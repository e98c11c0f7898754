package org.warmhandoff.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page gives its form to bring back: for which state of which kind of link it was shown, and when. Keyed by the link's own
 * token, so there is no server key to keep or to lose, and who has no page has no nonce.
 *
 * @param version of what the page changes, as it stood when the page was shown
 * @param at when it was shown
 */
public record Nonce(int version, Instant at) {

    /** Nobody reads a page and answers it faster; machines that press every button do. */
    public static final Duration YOUNGEST = Duration.ofSeconds(2);

    public static final Duration OLDEST = Duration.ofMinutes(30);

    /** How long the page after an answer knows that this visitor has just given it. */
    public static final Duration PROOF = Duration.ofMinutes(5);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})\\.(\\d{1,9})\\.([A-Za-z0-9_-]{22})");
    private static final int BYTES = 16;
    private static final String FORM = "form";
    private static final String DONE = "done";

    /** Whether a form with it may act. */
    public boolean ripe(Instant now) {
        return !now.isBefore(at.plus(YOUNGEST)) && !now.isAfter(at.plus(OLDEST));
    }

    /** For a form of a page of this purpose. */
    public static String forForm(String token, Purpose purpose, int version, Instant now) {
        return made(FORM, token, purpose, version, now);
    }

    /** What a form brought back; empty if it is none of this link's. */
    public static Optional<Nonce> ofForm(String token, Purpose purpose, String text) {
        return read(FORM, token, purpose, text);
    }

    /** For the address of the page after an answer: proof that this visitor has just answered. */
    public static String proof(String token, Purpose purpose, int version, Instant now) {
        return made(DONE, token, purpose, version, now);
    }

    /** Whether an address carries such a proof, for the state that stands. */
    public static boolean proven(String token, Purpose purpose, int version, String text, Instant now) {
        return read(DONE, token, purpose, text)
                .filter(proof -> proof.version == version)
                .filter(proof -> !now.isBefore(proof.at) && !now.isAfter(proof.at.plus(PROOF)))
                .isPresent();
    }

    private static String made(String kind, String token, Purpose purpose, int version, Instant now) {
        long millis = now.toEpochMilli();
        return millis + "." + version + "." + mac(kind, token, purpose, version, millis);
    }

    private static Optional<Nonce> read(String kind, String token, Purpose purpose, String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long millis = Long.parseLong(parts.group(1));
        int version = Integer.parseInt(parts.group(2));
        byte[] expected = mac(kind, token, purpose, version, millis).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, parts.group(3).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(new Nonce(version, Instant.ofEpochMilli(millis)))
                : Optional.empty();
    }

    private static String mac(String kind, String token, Purpose purpose, int version, long millis) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] whole = mac.doFinal((kind + ":" + purpose.letter() + ":" + version + ":" + millis).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
