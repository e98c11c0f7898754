package org.warmhandoff.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.local.template.EventSource;
import org.warmhandoff.local.template.Template.RoutedFunction;
import org.warmhandoff.local.template.TemplateProblem;

/**
 * Finds the route of a request as an HTTP API does: a full match before a greedy one before {@code $default}; the method
 * before {@code ANY}; words before variables.
 */
final class Routes {

    /** A route with what its variables stand for. */
    record Match(RoutedFunction target, Map<String, String> pathParameters) {

        String routeKey() {
            EventSource.Route route = target.route();
            return route.path().equals("$default") ? "$default" : route.method() + " " + route.path();
        }
    }

    private record Candidate(Match match, int rank) {}

    private final List<RoutedFunction> routes;

    Routes(List<RoutedFunction> routes) {
        this.routes = List.copyOf(routes);
        Map<String, Long> counts = routes.stream()
                .map(routed -> routed.route().method() + " " + routed.route().path())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        counts.forEach((key, count) -> {
            if (count > 1) {
                throw new TemplateProblem(key, "is the route of " + count + " functions");
            }
        });
    }

    /** The first words of all routes: what the front sends to the API; all else is the static site. */
    Set<String> firstSegments() {
        return routes.stream()
                .map(routed -> routed.route().path().split("/", 3))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        return routes.stream()
                .filter(routed -> routed.route().method().equals("ANY")
                        || routed.route().method().equals(method)
                        || routed.route().path().equals("$default"))
                .flatMap(routed -> candidate(routed, segments).stream())
                .max(Comparator.comparingInt(Candidate::rank))
                .map(Candidate::match);
    }

    private static Optional<Candidate> candidate(RoutedFunction routed, String[] segments) {
        int methodRank = routed.route().method().equals("ANY") ? 0 : 1;
        if (routed.route().path().equals("$default")) {
            return Optional.of(new Candidate(new Match(routed, Map.of()), 0));
        }
        String[] wanted = routed.route().path().split("/", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        int words = 0;
        for (int i = 0; i < wanted.length; i++) {
            String part = wanted[i];
            boolean variable = part.startsWith("{") && part.endsWith("}");
            if (part.endsWith("+}")) {
                if (segments.length <= i) {
                    return Optional.empty();
                }
                String rest = String.join("/", List.of(segments).subList(i, segments.length));
                parameters.put(part.substring(1, part.length() - 2), decoded(rest));
                return Optional.of(new Candidate(new Match(routed, parameters), 2 * i + methodRank));
            }
            if (segments.length <= i || (variable ? segments[i].isEmpty() : !part.equals(segments[i]))) {
                return Optional.empty();
            }
            if (variable) {
                parameters.put(part.substring(1, part.length() - 1), decoded(segments[i]));
            } else {
                words++;
            }
        }
        return segments.length == wanted.length
                ? Optional.of(new Candidate(new Match(routed, parameters), 1_000 + 2 * words + methodRank))
                : Optional.empty();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return segment;
        }
    }
}
