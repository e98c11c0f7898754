package org.warmhandoff.deploy;

import static org.warmhandoff.deploy.TemplateFile.list;
import static org.warmhandoff.deploy.TemplateFile.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One function of the template, as it is written there. */
record DeclaredFunction(String name, Map<String, Object> properties, Map<String, Object> globals) {

    /** A route that calls it. */
    record Route(String method, String path, String authorizer, List<?> scopes) {}

    /** One action that a statement of its policy allows or denies, on one resource. */
    record Grant(String sid, String effect, String action, Object resource, Map<String, Object> condition) {}

    String handler() {
        return (String) properties.get("Handler");
    }

    String handlerPackage() {
        return name.toLowerCase(Locale.ROOT);
    }

    String eventFile() {
        return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".json";
    }

    /** Its own settings, by name, unresolved. */
    Map<String, Object> environment() {
        return map(map(properties.get("Environment")).get("Variables"));
    }

    Set<String> environmentNames() {
        Set<String> names = new TreeSet<>(environment().keySet());
        names.addAll(map(map(globals.get("Environment")).get("Variables")).keySet());
        return names;
    }

    boolean startsFromSnapshot() {
        Object own = map(properties.get("SnapStart")).get("ApplyOn");
        return "PublishedVersions"
                .equals(own != null ? own : map(globals.get("SnapStart")).get("ApplyOn"));
    }

    int timeoutSeconds() {
        return Integer.parseInt((String) properties.getOrDefault("Timeout", globals.get("Timeout")));
    }

    Stream<Map<String, Object>> events(String type) {
        return map(properties.get("Events")).values().stream()
                .map(TemplateFile::map)
                .filter(event -> type.equals(event.get("Type")))
                .map(event -> map(event.get("Properties")));
    }

    List<Route> routes() {
        return events("HttpApi")
                .map(event -> new Route(
                        (String) event.get("Method"),
                        (String) event.get("Path"),
                        (String) map(event.get("Auth")).getOrDefault("Authorizer", "the default"),
                        list(map(event.get("Auth")).get("AuthorizationScopes"))))
                .toList();
    }

    List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (Object policy : list(properties.get("Policies"))) {
            for (Object written : list(map(policy).get("Statement"))) {
                Map<String, Object> statement = map(written);
                for (Object action : list(statement.get("Action"))) {
                    for (Object resource : list(statement.get("Resource"))) {
                        grants.add(new Grant(
                                (String) statement.get("Sid"),
                                (String) statement.get("Effect"),
                                (String) action,
                                resource,
                                map(statement.get("Condition"))));
                    }
                }
            }
        }
        return grants;
    }
}
