package org.warmhandoff.adapters.http;

import java.nio.charset.StandardCharsets;

/** A page, or the way to one, with the headers that keep its address and what it shows to its reader. */
public final class PageResponse {

    private PageResponse() {}

    /** @param policy the Content-Security-Policy, which names the hash of the page's one style */
    public static ApiResponse html(int status, String html, String policy) {
        return guarded(ApiResponse.of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)))
                .with("content-security-policy", policy);
    }

    /** The policy of a page whose only style has this hash, written {@code sha256-...}. */
    public static String policy(String styleHash) {
        return "default-src 'none'; style-src '" + styleHash
                + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    /** 303: the result is there, and loading it again sends nothing twice. */
    public static ApiResponse seeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("pages lead to pages of ours");
        }
        return guarded(ApiResponse.of(303, "text/html; charset=utf-8", new byte[0]))
                .with("location", path);
    }

    private static ApiResponse guarded(ApiResponse response) {
        return response.with("referrer-policy", "no-referrer")
                .with("x-robots-tag", "noindex, nofollow, noarchive")
                .with("strict-transport-security", "max-age=31536000")
                .with("cross-origin-opener-policy", "same-origin");
    }
}
