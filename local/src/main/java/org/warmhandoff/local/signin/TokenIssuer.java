package org.warmhandoff.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.store.Store;

/** Signs tokens shaped like Cognito's. */
public final class TokenIssuer {

    /** How long a token holds, by the local clock. */
    public static final Duration VALID = Duration.ofHours(12);

    private static final String KEY_DOCUMENT = "signing-key";

    private final String issuer;
    private final String client;
    private final InstantSource clock;
    private final RSAKey key;

    public TokenIssuer(String issuer, String client, InstantSource clock, Store store) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
        this.key = key(store);
    }

    String issuer() {
        return issuer;
    }

    String client() {
        return client;
    }

    Instant now() {
        return clock.instant();
    }

    public JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** What the API takes. */
    public String accessToken(String sub, String scope) {
        return signed(claims(sub)
                .claim("client_id", client)
                .claim("token_use", "access")
                .claim("scope", scope)
                .claim("username", sub)
                .build());
    }

    /** @param signedInAt when somebody last said who they are: renewing does not change it, and clients insist on that */
    String identityToken(LocalMember member, String nonce, Instant signedInAt) {
        JWTClaimsSet.Builder claims = claims(member.id())
                .claim("auth_time", signedInAt.getEpochSecond())
                .audience(client)
                .claim("token_use", "id")
                .claim("name", member.name())
                .claim("email", member.email())
                .claim("email_verified", true);
        if (!nonce.isEmpty()) {
            claims.claim("nonce", nonce);
        }
        return signed(claims.build());
    }

    /** Never ends: whoever moves the clock by a week stays signed in. */
    String refreshToken(String sub, String scope, Instant signedInAt) {
        return signed(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(sub)
                .claim("auth_time", signedInAt.getEpochSecond())
                .claim("token_use", "refresh")
                .claim("scope", scope)
                .build());
    }

    /** What a refresh token of ours carries. */
    record Refreshed(String sub, String scope, Instant signedInAt) {}

    Optional<Refreshed> refreshed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return jwt.verify(new RSASSAVerifier(key))
                            && "refresh".equals(claims.getClaim("token_use"))
                            && claims.getClaim("auth_time") != null
                    ? Optional.of(new Refreshed(
                            claims.getSubject(),
                            claims.getStringClaim("scope"),
                            Instant.ofEpochSecond(claims.getLongClaim("auth_time"))))
                    : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private JWTClaimsSet.Builder claims(String sub) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(sub)
                .jwtID(UUID.randomUUID().toString())
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(Store store) {
        try {
            var saved = store.load(KEY_DOCUMENT);
            if (saved.isPresent()) {
                return RSAKey.parse(saved.get().toString());
            }
            RSAKey fresh = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            store.save(KEY_DOCUMENT, () -> Json.read(fresh.toJSONString()));
            return fresh;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the signing key under .local cannot be read; start once with --fresh", e);
        }
    }
}
