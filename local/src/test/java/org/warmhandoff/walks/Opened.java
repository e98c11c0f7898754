package org.warmhandoff.walks;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One started system and one browser for all walks that ask for them: each costs seconds to start. They are closed after the last test.
 * Whoever shares them works with programs and clients of their own, and moves the clock as they like.
 */
final class Opened implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Walk.class || type == Chromium.class || type == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store shared = context.getRoot().getStore(ExtensionContext.Namespace.create(Opened.class));
        Class<?> type = parameter.getParameter().getType();
        if (type == Walk.class) {
            return shared.getOrComputeIfAbsent(Walk.class, _ -> begun(), Walk.class);
        }
        if (type == Office.class) {
            Chromium.assumeHostedUi();
        }
        Chromium chromium = shared.getOrComputeIfAbsent(Chromium.class, _ -> Chromium.open(), Chromium.class);
        return type == Chromium.class
                ? chromium
                : shared.getOrComputeIfAbsent(Office.class, _ -> new Office(begun(), chromium), Office.class);
    }

    private static Walk begun() {
        try {
            return Walk.begin();
        } catch (Exception e) {
            throw new IllegalStateException("the local system does not start", e);
        }
    }
}
