package org.warmhandoff.actions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * A handler's wiring, made of fixtures: each of its methods is answered by the first fixture that has one of the same name and kind.
 * What a fixture offers to wirings is thus written once, whichever handlers ask for it.
 */
public final class Wired {

    private Wired() {}

    /** @param wiring a handler's own, which nobody but its test sees */
    public static <W> W with(Class<W> wiring, Object... fixtures) {
        List<Object> all = List.of(fixtures);
        return wiring.cast(Proxy.newProxyInstance(
                wiring.getClassLoader(), new Class<?>[] {wiring}, (_, asked, _) -> answered(asked, all)));
    }

    private static Object answered(Method asked, List<Object> fixtures) throws Throwable {
        for (Object fixture : fixtures) {
            try {
                Method offered = fixture.getClass().getMethod(asked.getName());
                if (asked.getReturnType().isAssignableFrom(offered.getReturnType())) {
                    return offered.invoke(fixture);
                }
            } catch (NoSuchMethodException _) {
                // The next one may.
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
        throw new AssertionError("no fixture offers " + asked.getName() + "()");
    }
}
