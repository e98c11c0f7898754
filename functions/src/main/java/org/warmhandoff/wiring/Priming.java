package org.warmhandoff.wiring;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.warmhandoff.adapters.http.JsonWriter;

/**
 * Takes a function through its own path before its snapshot is taken, so that the first person who comes to a copy of it does not wait
 * for classes to be loaded. First come requests of a member and of links that there cannot be: they are read for, and refused. Nothing
 * comes of them in any case: while they are under way the table takes no write ({@link ReadingTable}), and no connection stays open,
 * which would be dead in every copy ({@link UnpinnedHttpClient}). Then comes one that succeeds, played from a record without any call
 * ({@link Rehearsal}). Where no snapshot is taken nothing is run.
 */
public final class Priming implements Resource {

    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();

    /** The runtime forgets what nobody else holds on to. */
    private static final Queue<Priming> KEPT = new ConcurrentLinkedQueue<>();

    /** What is run this often is compiled, too. */
    private static final int ROUNDS = 20;

    /** Where AWS does not answer, the function starts all the same, and soon. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** No sign-in has such a name, and no organization. */
    private static final String NOBODY = "nobody-at-all";

    /** Looks like a token. Its hash would have to be drawn by chance. */
    private static final String NOTHING = "-".repeat(43);

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    private final RequestStreamHandler handler;
    private final List<byte[]> requests;
    private final Settings settings;

    private Priming(RequestStreamHandler handler, List<byte[]> requests, Settings settings) {
        this.handler = handler;
        this.requests = requests;
        this.settings = settings;
    }

    /** Before the snapshot of a function is taken, these of its routes are asked, each written as in the template: {@code GET /api/me}. */
    public static void of(RequestStreamHandler handler, String... routes) {
        Settings settings = Settings.ofThisFunction();
        Optional<String> secret = settings.optional("ORIGIN_SECRET");
        Priming priming = new Priming(
                handler, Stream.of(routes).map(route -> request(route, secret)).toList(), settings);
        KEPT.add(priming);
        Core.getGlobalContext().register(priming);
    }

    /** What was registered in this process, in order. */
    static Collection<Priming> kept() {
        return Collections.unmodifiableCollection(KEPT);
    }

    /** Whether the request that this thread is in is one of these. */
    static boolean isUnderWay() {
        return UNDER_WAY.isBound();
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Optional<Rehearsal> rehearsal = Rehearsal.of(handler.getClass(), settings);
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS && System.nanoTime() - start < LONGEST.toNanos(); round++) {
            requests.forEach(request -> ScopedValue.where(UNDER_WAY, true).run(() -> run(request)));
            rehearsal.ifPresent(one -> one.play(() -> run(one.event())));
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // What was loaded and compiled is all there is, and it is part of the snapshot.
    }

    private void run(byte[] request) {
        try {
            handler.handleRequest(new ByteArrayInputStream(request), new ByteArrayOutputStream(), null);
        } catch (IOException | RuntimeException e) {
            // A function that is not primed is slow once; one that does not start helps nobody.
        }
    }

    private static byte[] request(String route, Optional<String> secret) {
        String[] methodAndPath = route.split(" ", 2);
        return JsonWriter.object(event -> event.put("routeKey", route)
                .object(
                        "pathParameters",
                        parts -> PART.matcher(methodAndPath[1])
                                .results()
                                .map(part -> part.group(1))
                                .forEach(part -> parts.put(part, inPlaceOf(part))))
                .object("headers", headers -> headers.put("x-origin-secret", secret))
                .object(
                        "requestContext",
                        context -> context.object(
                                        "http",
                                        http -> http.put("method", methodAndPath[0])
                                                .put("sourceIp", "192.0.2.1"))
                                .object(
                                        "authorizer",
                                        authorizer -> authorizer.object(
                                                "jwt",
                                                jwt -> jwt.object("claims", claims -> claims.put("sub", NOBODY)))))
                .put("body", "{}"));
    }

    private static String inPlaceOf(String part) {
        return switch (part) {
            case "token" -> NOTHING;
            case "n" -> "1";
            default -> NOBODY;
        };
    }
}
