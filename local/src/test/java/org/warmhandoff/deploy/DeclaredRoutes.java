package org.warmhandoff.deploy;

import java.util.Locale;
import java.util.stream.Stream;

/** The routes that the template declares, for tests that ask something of every one. */
public final class DeclaredRoutes {

    private DeclaredRoutes() {}

    /** Such as {@code POST /api/referrals/{id}/accept}. */
    public static Stream<String> all() {
        return TemplateFile.read().functions().values().stream()
                .flatMap(function -> function.routes().stream())
                .map(route -> route.method().toUpperCase(Locale.ROOT) + " " + route.path());
    }
}
