package org.warmhandoff.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page hands out and its form brings back: which state its reader saw, and when. It is keyed by the link's own token, so whoever
 * has no link can make none, and there is no key of the server's to lose. Mail scanners press at once: what comes back within two
 * seconds is no person.
 */
public final class Nonce {

    private static final Duration YOUNGEST = Duration.ofSeconds(2);
    private static final Duration OLDEST = Duration.ofMinutes(30);
    private static final Duration PROOF = Duration.ofMinutes(30);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-z]{1,13})\\.([A-Za-z0-9_-]{43})\\.(.{0,80})");

    private final InstantSource clock;

    public Nonce(InstantSource clock) {
        this.clock = clock;
    }

    /** What a nonce that came back is worth. */
    public sealed interface Verdict {

        record Missing() implements Verdict {}

        record Wrong() implements Verdict {}

        /** Genuine, and too soon for a person. */
        record TooYoung(String version) implements Verdict {}

        /** Genuine, and of a page that was left open. */
        record TooOld(String version) implements Verdict {}

        record Good(String version) implements Verdict {}

        /** The version that its page showed; absent where there was no genuine nonce. */
        default Optional<String> seen() {
            return switch (this) {
                case Missing(), Wrong() -> Optional.empty();
                case TooYoung(String version) -> Optional.of(version);
                case TooOld(String version) -> Optional.of(version);
                case Good(String version) -> Optional.of(version);
            };
        }
    }

    /**
     * A fresh nonce for a form.
     *
     * @param token the link's
     * @param purpose what the form is for
     * @param version of what the form changes, as its page shows it
     */
    public String make(String token, String purpose, String version) {
        return made("nonce", token, purpose, version);
    }

    public Verdict check(String token, String purpose, Optional<String> presented) {
        if (presented.isEmpty() || presented.get().isEmpty()) {
            return new Verdict.Missing();
        }
        return opened("nonce", token, purpose, presented.get())
                .map(stamp -> {
                    Duration age = Duration.between(stamp.at(), clock.instant());
                    if (age.compareTo(YOUNGEST) < 0) {
                        return new Verdict.TooYoung(stamp.version());
                    }
                    return age.compareTo(OLDEST) > 0
                            ? new Verdict.TooOld(stamp.version())
                            : new Verdict.Good(stamp.version());
                })
                .orElseGet(Verdict.Wrong::new);
    }

    /** Proof for the address of a confirmation that its visitor has just answered. */
    public String proof(String token, String purpose, String version) {
        return made("proof", token, purpose, version);
    }

    /** Whether the visitor has just made this version of it. */
    public boolean proves(String token, String purpose, String version, Optional<String> presented) {
        return presented
                .flatMap(text -> opened("proof", token, purpose, text))
                .filter(stamp -> stamp.version().equals(version))
                .map(stamp -> Duration.between(stamp.at(), clock.instant()))
                .filter(age -> !age.isNegative() && age.compareTo(PROOF) <= 0)
                .isPresent();
    }

    private String made(String kind, String token, String purpose, String version) {
        String millis = Long.toString(clock.millis(), 36);
        return millis + "." + signature(kind, token, purpose, version, millis) + "." + version;
    }

    private Optional<Stamped> opened(String kind, String token, String purpose, String presented) {
        Matcher parts = SHAPE.matcher(presented);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String millis = parts.group(1);
        String version = parts.group(3);
        boolean genuine =
                MessageDigest.isEqual(bytes(parts.group(2)), bytes(signature(kind, token, purpose, version, millis)));
        return genuine
                ? Optional.of(new Stamped(version, Instant.ofEpochMilli(Long.parseLong(millis, 36))))
                : Optional.empty();
    }

    private static String signature(String kind, String token, String purpose, String version, String millis) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(token), "HmacSHA256"));
            byte[] signed = mac.doFinal(bytes(String.join("\n", kind, purpose, millis, version)));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Stamped(String version, Instant at) {}
}
