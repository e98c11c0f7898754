package org.warmhandoff.adapters.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The one style of all pages, inline: its hash stands in the Content-Security-Policy, and nothing else may style. */
public final class Style {
    /** What stands between the tags, byte for byte what was hashed. */
    public static final String CSS = small(read());

    static final String HASH = "sha256-" + Base64.getEncoder().encodeToString(sha256(CSS));

    private Style() {}

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Style.class.getResourceAsStream("style.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments and indentation: the page stays small on a slow line. */
    private static String small(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll(": ", ":")
                .replace(";}", "}")
                .strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
