package org.warmhandoff.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.warmhandoff.local.template.EventSource.Access;

/** The JWT authorizer of an HTTP API: signature, issuer, audience, times by the local clock, scopes. */
final class TokenCheck {

    /** What the authorizer says. */
    sealed interface Verdict {

        record Allowed(Map<String, String> claims, List<String> scopes) implements Verdict {}

        record Unauthorized() implements Verdict {}

        record Forbidden() implements Verdict {}
    }

    private final String issuer;
    private final JWKSet keys;
    private final InstantSource clock;

    /** @param issuer who stands here in the place of the user pool that the template names */
    TokenCheck(String issuer, JWKSet keys, InstantSource clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    Verdict check(Optional<String> authorization, Access.Token access) {
        Optional<JWTClaimsSet> claims = authorization
                .map(value -> value.regionMatches(true, 0, "Bearer ", 0, 7) ? value.substring(7) : value)
                .flatMap(token -> verified(token.strip(), access));
        if (claims.isEmpty()) {
            return new Verdict.Unauthorized();
        }
        List<String> scopes = scopes(claims.get());
        return access.scopes().isEmpty() || access.scopes().stream().anyMatch(scopes::contains)
                ? new Verdict.Allowed(texts(claims.get()), access.scopes())
                : new Verdict.Forbidden();
    }

    private Optional<JWTClaimsSet> verified(String token, Access.Token access) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWK key = keys.getKeyByKeyId(String.valueOf(jwt.getHeader().getKeyID()));
            if (key == null
                    || !JWSAlgorithm.Family.RSA.contains(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return issuer.equals(claims.getIssuer()) && isForUs(claims, access.audiences()) && isCurrent(claims)
                    ? Optional.of(claims)
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isForUs(JWTClaimsSet claims, List<String> audiences) throws ParseException {
        return audiences.isEmpty()
                || claims.getAudience().stream().anyMatch(audiences::contains)
                || audiences.contains(String.valueOf(claims.getStringClaim("client_id")));
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && reached(claims.getNotBeforeTime(), now)
                && reached(claims.getIssueTime(), now);
    }

    private static boolean reached(Date from, Instant now) {
        return from == null || !now.isBefore(from.toInstant());
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        Object scope = claims.getClaim("scope") != null ? claims.getClaim("scope") : claims.getClaim("scp");
        return switch (scope) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> Arrays.asList(scope.toString().split(" "));
        };
    }

    /** Claims reach the function as texts: lists as {@code [a b]}, times as seconds, what is null not at all. */
    private static Map<String, String> texts(JWTClaimsSet claims) {
        Map<String, String> texts = new TreeMap<>();
        claims.toJSONObject().forEach((name, value) -> {
            if (value != null) {
                texts.put(
                        name,
                        value instanceof Collection<?> many
                                ? many.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                                : value.toString());
            }
        });
        return texts;
    }
}
