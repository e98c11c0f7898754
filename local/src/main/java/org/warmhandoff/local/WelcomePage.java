package org.warmhandoff.local;

import org.warmhandoff.local.http.Response;

/** Stands in for the hosted UI while that has not been built. */
final class WelcomePage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Warm Handoff, locally</title>
            <style>body{font:17px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color:#1b1b1b}
            a{color:#005ea2}code{background:#f0f0f0;padding:.1em .3em;border-radius:3px}</style></head>
            <body><h1>Warm Handoff is running</h1>
            <p>The hosted UI is not built here. With Node 20 or later, <code>./run</code> builds it; by hand:
            <code>cd ui &amp;&amp; npm ci &amp;&amp; npm run build</code>. No restart is needed.</p>
            <p><a href="/_local/">The developer's desk</a> shows every email and text, and moves the clock. The API answers under <code>/api</code>.</p>
            </body></html>
            """;

    private WelcomePage() {}

    static Response answer(String path) {
        return path.equals("/") ? Response.html(200, PAGE) : Response.html(404, PAGE);
    }
}
