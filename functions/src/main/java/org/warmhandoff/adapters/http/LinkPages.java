package org.warmhandoff.adapters.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.LinkedPage.Acted;
import org.warmhandoff.adapters.http.LinkedPage.Standing;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Links;
import org.warmhandoff.link.Purpose;

/**
 * The pages behind links. Looking at one changes nothing: mail scanners open every link. A form is checked in the one order of the
 * contract, and the first fault answers: foreign (by {@link Http}, before anything is read), token, nonce, what stands, age, choice;
 * only then does the page act. Mail scanners press every button too, so a form has a nonce from its page, and a choice that is never
 * made beforehand.
 *
 * <p>In a handler: {@code http.answer(event, answer, context, request -> links.answer(request, Purpose.MANAGE, page))}.
 */
public final class LinkPages {

    /** The hidden input that carries the nonce. */
    public static final String NONCE = "nonce";

    /** The query parameter that carries the proof of having just answered. */
    private static final String DONE = "done";

    /** Tells programs that the form came back without fault of its fields. */
    private static final String FORM_HEADER = "x-form";

    private final Links links;
    private final MissLimit misses;
    private final Nonce nonces;
    private final InstantSource clock;

    public LinkPages(Links links, MissLimit misses, Nonce nonces, InstantSource clock) {
        this.links = links;
        this.misses = misses;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** Answers a visit to a page whose path has the link's token as {@code {token}}. */
    public ApiResponse answer(ApiRequest request, Purpose purpose, LinkedPage page) {
        Link link = open(request, purpose);
        Standing standing = page.open(link).orElseThrow(LinkPages::gone);
        Asked asked = new Asked(request, request.path("token"), String.valueOf(purpose.letter()));
        return request.isPost() ? posted(asked, request.form(), standing) : shown(asked, standing);
    }

    /**
     * The living link that a request names. For what acts without a page, as RFC 8058 has it.
     *
     * @throws RequestRefused 404 where there is none, counted as a miss; 410 where it is dead
     */
    public Link open(ApiRequest request, Purpose purpose) {
        Optional<Link> link = links.find(request.path("token")).filter(found -> found.purpose() == purpose);
        if (link.isEmpty()) {
            misses.miss(request.sourceNetwork());
            throw new RequestRefused(Problem.notFound());
        }
        return link.filter(found -> !found.dead(clock.instant())).orElseThrow(LinkPages::gone);
    }

    /** What a link says that opens nothing any more. */
    public static RequestRefused gone() {
        return new RequestRefused(Problem.gone());
    }

    /** What a link says that lives, where its path goes on to something that it does not have. */
    public static RequestRefused unknown() {
        return new RequestRefused(Problem.notFound());
    }

    /** A request that names a link, and what its nonces are made for. */
    private record Asked(ApiRequest request, String token, String purpose) {}

    private ApiResponse shown(Asked asked, Standing standing) {
        boolean justDone = nonces.proves(asked.token, asked.purpose, standing.version(), asked.request.query(DONE));
        return page(200, standing, visit(asked, standing, Optional.empty(), false, List.of(), justDone, false));
    }

    private ApiResponse posted(Asked asked, Form form, Standing standing) {
        Nonce.Verdict verdict = nonces.check(asked.token, asked.purpose, form.value(NONCE));
        Optional<String> seen = verdict.seen();
        if (seen.isEmpty()) {
            return again(asked, form, standing);
        }
        Optional<String> confirmation = standing.confirmationOf(form);
        if (confirmation.isPresent()) {
            return PageResponse.seeOther(Visit.inLanguage(asked.request, confirmation.get()));
        }
        if (standing.closed() || !seen.get().equals(standing.version())) {
            return overtaken(asked, standing);
        }
        boolean machine = form.filled(org.warmhandoff.adapters.pages.Form.DECOY).isPresent();
        if (machine || !(verdict instanceof Nonce.Verdict.Good)) {
            return again(asked, form, standing);
        }
        List<org.warmhandoff.adapters.pages.Problem> problems = standing.problems(form);
        if (!problems.isEmpty()) {
            return page(422, standing, visit(asked, standing, Optional.of(form), false, problems, false, false));
        }
        return switch (standing.act(form)) {
            case Acted.Done done -> PageResponse.seeOther(proven(asked, done));
            case Acted.Overtaken by ->
                by.now()
                        .confirmationOf(form)
                        .map(path -> PageResponse.seeOther(Visit.inLanguage(asked.request, path)))
                        .orElseGet(() -> overtaken(asked, by.now()));
        };
    }

    private String proven(Asked asked, Acted.Done done) {
        String path = Visit.inLanguage(asked.request, done.path());
        String joint = path.indexOf('?') < 0 ? "?" : "&";
        return path + joint + DONE + "=" + nonces.proof(asked.token, asked.purpose, done.version());
    }

    /** The same form, with everything typed, to be sent once more: nobody is told off for being fast or slow. */
    private ApiResponse again(Asked asked, Form form, Standing standing) {
        return page(200, standing, visit(asked, standing, Optional.of(form), true, List.of(), false, false))
                .with(FORM_HEADER, "again");
    }

    private ApiResponse overtaken(Asked asked, Standing standing) {
        return page(200, standing, visit(asked, standing, Optional.empty(), false, List.of(), false, true));
    }

    private Visit visit(
            Asked asked,
            Standing standing,
            Optional<Form> typed,
            boolean again,
            List<org.warmhandoff.adapters.pages.Problem> problems,
            boolean justDone,
            boolean overtaken) {
        String nonce = nonces.make(asked.token, asked.purpose, standing.version());
        return new Visit(asked.request, asked.token, nonce, typed, again, problems, justDone, overtaken);
    }

    private static ApiResponse page(int status, Standing standing, Visit visit) {
        return PageResponse.html(status, standing.html(visit), Pages.CONTENT_SECURITY_POLICY);
    }
}
