package org.warmhandoff.local.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Sets up, before a handler is made, what Lambda would have set up for it: its settings, its clock, its services. */
@FunctionalInterface
public interface FunctionWorld {

    void prepare(String function, ClassLoader code, Map<String, String> environment, InstantSource clock)
            throws ReflectiveOperationException;
}
