package org.warmhandoff.local.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.lambda.FunctionFailed;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.template.EventSource.Access;
import org.warmhandoff.local.template.Template.RoutedFunction;

/** The HTTP API: finds the route, checks the token, calls the function, answers what it says. */
public final class Gateway {

    private static final int MOST_HEADER_BYTES = 10_240;
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private final Routes routes;
    private final Set<String> firstSegments;
    private final TokenCheck tokens;
    private final Functions functions;
    private final InstantSource clock;
    private final String originSecret;

    public Gateway(
            List<RoutedFunction> routes,
            String issuer,
            JWKSet keys,
            Functions functions,
            InstantSource clock,
            String originSecret) {
        this.routes = new Routes(routes);
        this.firstSegments = this.routes.firstSegments();
        this.tokens = new TokenCheck(issuer, keys, clock);
        this.functions = functions;
        this.clock = clock;
        this.originSecret = originSecret;
    }

    /** Whether the distribution in front would send this path to the API. */
    public boolean owns(String path) {
        String[] parts = path.split("/", 3);
        return parts.length == 3 && firstSegments.contains(parts[1]);
    }

    public Response answer(Request request) {
        if (headerBytes(request) > MOST_HEADER_BYTES) {
            return HttpAnswer.message(431, "Request Header Fields Too Large");
        }
        return routes.find(request.method(), request.path())
                .map(match -> answer(request, match))
                .orElseGet(() -> HttpAnswer.message(404, "Not Found"));
    }

    private Response answer(Request request, Routes.Match match) {
        TokenCheck.Verdict verdict = switch (match.target().route().access()) {
            case Access.Open() -> new TokenCheck.Verdict.Unauthorized();
            case Access.Token token -> tokens.check(request.header("authorization"), token);
        };
        if (match.target().route().access() instanceof Access.Token) {
            if (verdict instanceof TokenCheck.Verdict.Unauthorized) {
                return HttpAnswer.message(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
            }
            if (verdict instanceof TokenCheck.Verdict.Forbidden) {
                return HttpAnswer.message(403, "Forbidden");
            }
        }
        byte[] event = HttpEvent.of(request, match, verdict, clock.instant(), originSecret);
        if (event.length > LARGEST_EVENT) {
            return HttpAnswer.message(413, "Request Entity Too Large");
        }
        try {
            return HttpAnswer.of(functions.call(match.target().function(), match.routeKey(), event));
        } catch (FunctionFailed _) {
            return HttpAnswer.error();
        }
    }

    private static int headerBytes(Request request) {
        int bytes = request.method().length()
                + request.path().length()
                + (request.query() == null ? 0 : request.query().length());
        for (var header : request.headers().entrySet()) {
            for (String value : header.getValue()) {
                bytes += header.getKey().length() + value.getBytes(StandardCharsets.UTF_8).length + 4;
            }
        }
        return bytes;
    }
}
