package org.warmhandoff.local.lambda;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.warmhandoff.local.template.FunctionDeclaration;

/** All functions of the template, by name. */
public final class Functions {

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final CallLog log;

    public Functions(
            Collection<FunctionDeclaration> declarations, FunctionWorld world, InstantSource clock, CallLog log) {
        this.log = log;
        declarations.forEach(
                declaration -> functions.put(declaration.name(), new Function(declaration, world, clock, log)));
    }

    public Set<String> names() {
        return functions.keySet();
    }

    public CallLog log() {
        return log;
    }

    /** How many calls are under way. */
    public int running() {
        return running.get();
    }

    /** Calls a function and waits for its answer. */
    public byte[] call(String name, String trigger, byte[] event) throws FunctionFailed {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function " + name);
        }
        running.incrementAndGet();
        try {
            return function.call(trigger, event);
        } finally {
            running.decrementAndGet();
        }
    }

    /** Makes every handler ahead of its first call. A handler that cannot be made says so at its first call. */
    public void warm() {
        functions.forEach((name, function) -> {
            try {
                function.handler();
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                log.line(name, "cannot be made: " + Function.rootOf(e));
            }
        });
    }
}
