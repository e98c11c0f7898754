package org.warmhandoff.adapters.http;

import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.pages.Problem;

/** One visit of a page behind a link, for the page to be rendered from: what its forms carry, and what the visitor typed already. */
public final class Visit {

    private final ApiRequest request;
    private final String token;
    private final String nonce;
    private final Optional<Form> typed;
    private final boolean again;
    private final List<Problem> problems;
    private final boolean justDone;
    private final boolean overtaken;

    Visit(
            ApiRequest request,
            String token,
            String nonce,
            Optional<Form> typed,
            boolean again,
            List<Problem> problems,
            boolean justDone,
            boolean overtaken) {
        this.request = request;
        this.token = token;
        this.nonce = nonce;
        this.typed = typed;
        this.again = again;
        this.problems = problems;
        this.justDone = justDone;
        this.overtaken = overtaken;
    }

    /**
     * A form that posts to a path of this link, in the language that the visitor chose, with a fresh nonce for what stands, and with what
     * was wrong when it came back.
     */
    public org.warmhandoff.adapters.pages.Form form(String action) {
        var form = org.warmhandoff.adapters.pages.Form.to(inLanguage(action))
                .with(LinkPages.NONCE, nonce)
                .faulty(problems);
        return again ? form.shownAgain() : form;
    }

    /** The same for the very form that came back: its box is as it was, so that nobody ticks twice for having been slow. */
    public org.warmhandoff.adapters.pages.Form sameForm(String action) {
        return form(action).ticked(typed("confirm").equals("yes"));
    }

    /** What was typed into a field of the form that came back, or nothing. */
    public String typed(String field) {
        return typed.flatMap(form -> form.value(field)).orElse("");
    }

    /** Whether this visitor made what stands, a moment ago. */
    public boolean justDone() {
        return justDone;
    }

    /** Whether this visitor's own form came too late: something else stands. */
    public boolean overtaken() {
        return overtaken;
    }

    /** The link's token, to build paths of. */
    public String token() {
        return token;
    }

    /** A path of this link in the language that the visitor chose on the page, where they did. */
    public String inLanguage(String path) {
        return inLanguage(request, path);
    }

    static String inLanguage(ApiRequest request, String path) {
        return request.query("lang")
                .filter(language -> language.matches("[a-z]{2}"))
                .map(language -> path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                .orElse(path);
    }

    /** A parameter of the address. */
    public Optional<String> query(String name) {
        return request.query(name);
    }

    /** The path that was asked for, by its declared name: one function may show several pages. */
    public String routeKey() {
        return request.routeKey();
    }
}
