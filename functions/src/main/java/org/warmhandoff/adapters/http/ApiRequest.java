package org.warmhandoff.adapters.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.warmhandoff.adapters.dynamo.BadCursor;
import org.warmhandoff.adapters.dynamo.Position;
import org.warmhandoff.member.MemberId;

/** A request, as API Gateway's HTTP API hands it over. Cookies are not read: nothing of ours has any. */
public final class ApiRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 100;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final ApiEvent event;
    private final Optional<Site> site;

    ApiRequest(ApiEvent event, Optional<Site> site) {
        this.event = event;
        this.site = site;
    }

    /** {@code GET} for a HEAD too: that is answered as one, without its body. */
    public String method() {
        return event.method().equals("HEAD") ? "GET" : event.method();
    }

    public boolean isPost() {
        return event.method().equals("POST");
    }

    boolean isHead() {
        return event.method().equals("HEAD");
    }

    /** The route as declared: {@code POST /api/referrals/{id}/accept}. Holds nothing of anybody's. */
    public String routeKey() {
        return event.routeKey();
    }

    /** Whether the route is a page behind a link, and no call of the API. */
    public boolean isPage() {
        return !event.routeKey().contains(" /api/");
    }

    /** A part of the path, decoded. */
    public String path(String name) {
        return Optional.ofNullable(event.pathParameters().get(name))
                .orElseThrow(() -> new IllegalStateException("the route has no part " + name));
    }

    /** An id in the path; what cannot be one is as unknown as any other. */
    public <T> T id(String name, Function<String, T> type) {
        try {
            return type.apply(path(name));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(Problem.notFound());
        }
    }

    /** A query parameter; absent where it is blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(event.query().get(name)).filter(value -> !value.isBlank());
    }

    /** A filter by one of our codes. */
    public <E extends Enum<E>> Optional<E> query(Class<E> type, String name) {
        return query(name).map(code -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(code)) {
                    return constant;
                }
            }
            throw new InvalidRequest("/?" + name, "Not one of the values that this can have.");
        });
    }

    /** A switch in the query. */
    public boolean query(String name, boolean otherwise) {
        return query(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new InvalidRequest("/?" + name, "Either true or false.");
                })
                .orElse(otherwise);
    }

    /** How many a page of a list holds. */
    public int limit() {
        return query("limit")
                .map(text -> {
                    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > HIGHEST_LIMIT) {
                        throw new InvalidRequest("/?limit", "A number from 1 to " + HIGHEST_LIMIT + ".");
                    }
                    return Integer.valueOf(text);
                })
                .orElse(DEFAULT_LIMIT);
    }

    /** Where the list goes on, as it was given out. */
    public Optional<String> cursor() {
        return query("cursor");
    }

    /** Where the list goes on. */
    public Optional<Position> position() {
        try {
            return cursor().map(Position::parse);
        } catch (BadCursor e) {
            throw Http.badCursor();
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(event.headers().get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as JSON. */
    public Json json() {
        return Json.parse(event.body());
    }

    /** The body as a JSON object, to be read field by field. */
    public Fields fields() {
        return Fields.of(json());
    }

    /** The body as a form. */
    public Form form() {
        return Form.parse(header("content-type"), event.body());
    }

    /** SHA-256 of the body, to know a repeated request by. */
    public String bodyHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(event.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Who is signed in: the one thing that a token proves.
     *
     * @throws Unauthorized where the authorizer left no claims
     */
    public MemberId member() {
        String subject = Optional.ofNullable(event.claims().get("sub")).orElseThrow(Unauthorized::new);
        try {
            return new MemberId(subject);
        } catch (IllegalArgumentException e) {
            throw new Unauthorized();
        }
    }

    /** By what the client would know a repetition. */
    public Optional<String> idempotencyKey() {
        return header("idempotency-key").map(key -> {
            if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
                throw new UnparsableRequest("An Idempotency-Key is 1 to 128 printable characters.");
            }
            return key;
        });
    }

    /** Where the request came from, no closer than {@code /24} or {@code /64}. */
    public String sourceNetwork() {
        Optional<String> viewer =
                site.filter(known -> known.holdsSecret(this)).flatMap(known -> header("true-client-ip"));
        return viewer.map(Network::of).orElseGet(() -> Network.of(event.sourceIp()));
    }

    /**
     * Whether a page of somebody else's sent this. Old phones and {@code no-referrer} send {@code null} or nothing at all, so only what is
     * plainly foreign is.
     */
    public boolean isForeign() {
        return isForeign(site.orElseThrow(() -> new IllegalStateException("this function has no pages")));
    }

    /** The same, of the site at an address. */
    public boolean isForeign(String publicAddress) {
        return isForeign(new Site(publicAddress, Optional.empty(), status -> null));
    }

    private boolean isForeign(Site own) {
        boolean crossSite = header("sec-fetch-site")
                .map(sent -> sent.strip().equalsIgnoreCase("cross-site"))
                .orElse(false);
        boolean otherOrigin = header("origin")
                .map(String::strip)
                .filter(origin -> !origin.isEmpty() && !origin.equals("null"))
                .map(origin -> !own.isOwn(origin))
                .orElse(false);
        return crossSite || otherOrigin;
    }

    /** Names the route alone: paths hold tokens. */
    @Override
    public String toString() {
        return "ApiRequest[" + event.routeKey() + "]";
    }

    Map<String, String> claims() {
        return event.claims();
    }
}
