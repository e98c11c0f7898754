package org.warmhandoff.local.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** OpenID Connect, authorization code with PKCE: what the hosted UI signs in with. */
public final class SignIn {

    /** Where the issuer lives. */
    public static final String PATH = "/_local/oidc";

    private static final String CHOSEN = "local-member";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private record Grant(String member, String client, String redirect, String challenge, String nonce, String scope) {}

    private final TokenIssuer issuer;
    private final LocalMembers members;
    private final Predicate<String> mayEnter;
    private final String address;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    public SignIn(TokenIssuer issuer, LocalMembers members, Predicate<String> mayEnter, String address) {
        this.issuer = issuer;
        this.members = members;
        this.mayEnter = mayEnter;
        this.address = address;
    }

    public Response answer(Request request) {
        if (request.method().equals("OPTIONS")) {
            return open(Response.empty(204));
        }
        return switch (request.method() + " " + request.path().substring(PATH.length())) {
            case "GET /.well-known/openid-configuration" -> open(Response.json(200, configuration()));
            case "GET /jwks.json" ->
                open(Response.json(200, Json.read(issuer.publicKeys().toString())));
            case "GET /authorize" -> authorize(request);
            case "POST /authorize" -> chosen(request.form());
            case "POST /token" -> open(token(request.form()));
            case "GET /userinfo" -> open(Response.json(200, Json.object()));
            case "GET /logout" -> logout(request.queryParameters());
            default -> Response.problem(404, "Not Found", "The local sign-in has no such page.");
        };
    }

    /** Comes from the desk: the next sign-in of this browser is this member, without a question. */
    public Response choose(String member, String then) {
        String target = then.startsWith("/") && !then.startsWith("//") ? then : "/";
        return Response.redirect(target)
                .with("Set-Cookie", CHOSEN + "=" + encoded(member) + "; Path=" + PATH + "; HttpOnly; SameSite=Lax");
    }

    private ObjectNode configuration() {
        String base = address + PATH;
        ObjectNode json = Json.object()
                .put("issuer", issuer.issuer())
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/token")
                .put("userinfo_endpoint", base + "/userinfo")
                .put("jwks_uri", base + "/jwks.json")
                .put("end_session_endpoint", base + "/logout");
        json.putArray("response_types_supported").add("code");
        json.putArray("grant_types_supported").add("authorization_code").add("refresh_token");
        json.putArray("subject_types_supported").add("public");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("code_challenge_methods_supported").add("S256");
        json.putArray("token_endpoint_auth_methods_supported").add("none");
        return json;
    }

    private Response authorize(Request request) {
        Map<String, String> asked = request.queryParameters();
        Optional<String> wrong = refusal(asked);
        if (wrong.isPresent()) {
            return Response.html(400, MemberPage.refused(wrong.get()));
        }
        List<LocalMember> people = members.all().stream()
                .filter(member -> member.active() && mayEnter.test(member.id()))
                .toList();
        boolean asks = asked.getOrDefault("prompt", "").matches("login|select_account");
        Optional<LocalMember> chosen = (asks ? Optional.<String>empty() : cookie(request))
                .or(() -> Optional.ofNullable(asked.get("login_hint")))
                .flatMap(hint -> people.stream()
                        .filter(member ->
                                member.id().equals(hint) || member.email().equals(hint))
                        .findFirst());
        return chosen.map(member -> granted(member, asked))
                .orElseGet(
                        () -> Response.html(200, MemberPage.pick(people, asked)).with("Cache-Control", "no-store"));
    }

    private Response chosen(Map<String, String> form) {
        Optional<String> wrong = refusal(form);
        if (wrong.isPresent()) {
            return Response.html(400, MemberPage.refused(wrong.get()));
        }
        return members.find(form.getOrDefault("member", ""))
                .filter(member -> member.active() && mayEnter.test(member.id()))
                .map(member -> granted(member, form))
                .orElseGet(() -> Response.html(400, MemberPage.refused("There is no such member.")));
    }

    private Optional<String> refusal(Map<String, String> asked) {
        if (!issuer.client().equals(asked.get("client_id"))) {
            return Optional.of("client_id is not " + issuer.client() + ".");
        }
        if (!"code".equals(asked.get("response_type"))) {
            return Optional.of("response_type is not code.");
        }
        if (!"S256".equals(asked.get("code_challenge_method")) || !asked.containsKey("code_challenge")) {
            return Optional.of("There is no code_challenge (S256).");
        }
        return isOurs(asked.getOrDefault("redirect_uri", ""))
                ? Optional.empty()
                : Optional.of("redirect_uri is not on this machine.");
    }

    private boolean isOurs(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return uri.getHost() != null
                    && (LOCAL_HOSTS.contains(uri.getHost())
                            || uri.getHost().equals(URI.create(address).getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Response granted(LocalMember member, Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        String redirect = asked.get("redirect_uri");
        grants.put(
                code,
                new Grant(
                        member.id(),
                        asked.get("client_id"),
                        redirect,
                        asked.get("code_challenge"),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("scope", "openid")));
        String location = redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code + "&state="
                + encoded(asked.getOrDefault("state", "")) + "&iss=" + encoded(issuer.issuer());
        return Response.redirect(location)
                .with("Set-Cookie", CHOSEN + "=; Path=" + PATH + "; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    private Response token(Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> {
                Grant grant = grants.remove(form.getOrDefault("code", ""));
                boolean fits = grant != null
                        && grant.redirect().equals(form.get("redirect_uri"))
                        && grant.client().equals(form.get("client_id"))
                        && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
                yield fits ? tokens(grant.member(), grant.scope(), grant.nonce(), issuer.now()) : invalidGrant();
            }
            case "refresh_token" ->
                issuer.refreshed(form.getOrDefault("refresh_token", ""))
                        .map(refreshed -> tokens(refreshed.sub(), refreshed.scope(), "", refreshed.signedInAt()))
                        .orElseGet(SignIn::invalidGrant);
            default -> Response.json(400, Json.object().put("error", "unsupported_grant_type"));
        };
    }

    private Response tokens(String member, String scope, String nonce, Instant signedInAt) {
        return members.find(member)
                .filter(found -> mayEnter.test(found.id()))
                .map(found -> Response.json(
                                200,
                                Json.object()
                                        .put("access_token", issuer.accessToken(member, scope))
                                        .put("id_token", issuer.identityToken(found, nonce, signedInAt))
                                        .put("refresh_token", issuer.refreshToken(member, scope, signedInAt))
                                        .put("token_type", "Bearer")
                                        .put("scope", scope)
                                        .put(
                                                "expires_in",
                                                Duration.ofMinutes(15).toSeconds()))
                        .with("Cache-Control", "no-store"))
                .orElseGet(SignIn::invalidGrant);
    }

    private Response logout(Map<String, String> asked) {
        String back = asked.getOrDefault("post_logout_redirect_uri", asked.getOrDefault("logout_uri", address + "/"));
        return isOurs(back) ? Response.redirect(back) : Response.redirect(address + "/");
    }

    private static Response invalidGrant() {
        return Response.json(400, Json.object().put("error", "invalid_grant"));
    }

    private static Optional<String> cookie(Request request) {
        return request.header("cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                .filter(cookie -> cookie.startsWith(CHOSEN + "="))
                .map(cookie -> cookie.substring(CHOSEN.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Response open(Response response) {
        return response.with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Allow-Headers", "authorization, content-type")
                .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
