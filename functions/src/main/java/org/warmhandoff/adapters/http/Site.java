package org.warmhandoff.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the pages behind links are to be found, and how they say that something is wrong.
 *
 * @param publicAddress the one origin, {@code https://host}; comes from settings alone, never from a request
 * @param originSecret what the distribution in front adds to each request; absent on a developer's machine
 */
public record Site(String publicAddress, Optional<String> originSecret, ErrorPages errorPages) {

    /** Renders the page for a status that is no page's own: 400, 403, 404, 410, 413, 422, 429, 500, 503. */
    public interface ErrorPages {
        ApiResponse page(int status);
    }

    public Site {
        publicAddress =
                publicAddress.endsWith("/") ? publicAddress.substring(0, publicAddress.length() - 1) : publicAddress;
        originSecret = originSecret.filter(secret -> !secret.isEmpty());
    }

    /** Whether the request came through the distribution in front, as far as that can be told. */
    boolean cameThrough(ApiRequest request) {
        return originSecret.isEmpty() || holdsSecret(request);
    }

    /** Whether what the distribution says about its viewer is to be believed. */
    boolean holdsSecret(ApiRequest request) {
        return originSecret.isPresent()
                && request.header("x-origin-secret")
                        .map(sent -> MessageDigest.isEqual(utf8(sent), utf8(originSecret.get())))
                        .orElse(false);
    }

    boolean isOwn(String origin) {
        return origin.toLowerCase(Locale.ROOT).equals(publicAddress.toLowerCase(Locale.ROOT));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Site[" + publicAddress + "]";
    }
}
