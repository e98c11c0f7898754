package org.warmhandoff.walks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One started system and one browser for all walks that ask for them: each costs seconds to start. They are closed with the process, since
 * a process that gets its test classes one after the other knows no last one. Whoever shares them works with programs and clients of their
 * own, and moves the clock as they like.
 */
final class Opened implements ParameterResolver {

    private static final Map<Class<?>, AutoCloseable> OPEN = new HashMap<>();
    private static final Deque<AutoCloseable> LAST_FIRST = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Opened::close));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Walk.class || type == Chromium.class || type == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Walk.class) {
            return open(Walk.class, Opened::begun);
        }
        if (type == Chromium.class) {
            return open(Chromium.class, Chromium::open);
        }
        Chromium.assumeHostedUi();
        Chromium chromium = open(Chromium.class, Chromium::open);
        return open(Office.class, () -> new Office(begun(), chromium));
    }

    private static synchronized <T extends AutoCloseable> T open(Class<T> type, Supplier<T> opening) {
        AutoCloseable open = OPEN.get(type);
        if (open == null) {
            open = opening.get();
            OPEN.put(type, open);
            LAST_FIRST.push(open);
        }
        return type.cast(open);
    }

    private static synchronized void close() {
        for (AutoCloseable open : LAST_FIRST) {
            try {
                open.close();
            } catch (Exception _) {
                // The process ends, and with it what it had open.
            }
        }
    }

    private static Walk begun() {
        try {
            return Walk.begin();
        } catch (Exception e) {
            throw new IllegalStateException("the local system does not start", e);
        }
    }
}
