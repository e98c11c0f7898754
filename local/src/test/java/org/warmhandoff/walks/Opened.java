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
        return type == Walk.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store shared = context.getRoot().getStore(ExtensionContext.Namespace.create(Opened.class));
        return parameter.getParameter().getType() == Walk.class
                ? shared.getOrComputeIfAbsent(Walk.class, _ -> begun(), Walk.class)
                : shared.getOrComputeIfAbsent(Chromium.class, _ -> Chromium.open(), Chromium.class);
    }

    private static Walk begun() {
        try {
            return Walk.begin();
        } catch (Exception e) {
            throw new IllegalStateException("the local system does not start", e);
        }
    }
}
