package org.warmhandoff.wiring;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crac.Resource;

/** A function in this process, up to the moment at which Lambda would take its snapshot; and what would then be in it. */
public final class BeforeSnapshot {

    private final RequestStreamHandler handler;
    private final List<Priming> primed;

    private BeforeSnapshot(RequestStreamHandler handler, List<Priming> primed) {
        this.handler = handler;
        this.primed = primed;
    }

    /** Makes the function as Lambda does, from nothing but its settings. */
    public static BeforeSnapshot of(String handler, Map<String, String> environment) throws Exception {
        Settings.replace(environment);
        try {
            Collection<Priming> earlier = List.copyOf(Priming.kept());
            RequestStreamHandler made = (RequestStreamHandler)
                    Class.forName(handler).getDeclaredConstructor().newInstance();
            List<Priming> own = new ArrayList<>(Priming.kept());
            own.removeAll(earlier);
            return new BeforeSnapshot(made, own);
        } finally {
            Settings.replace(System.getenv());
        }
    }

    public boolean isPrimed() {
        return !primed.isEmpty();
    }

    /** The last registered first, as the runtime has it: priming, then what forgets. */
    public void prepare() throws Exception {
        for (Priming priming : primed) {
            priming.beforeCheckpoint(null);
        }
        for (Object held : held()) {
            if (held instanceof Resource resource) {
                resource.beforeCheckpoint(null);
            }
        }
    }

    /** Every object of ours that the function holds, with what its fields hold, whatever that is. */
    public Set<Object> held() throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>();
        next.add(handler);
        while (!next.isEmpty()) {
            Object object = next.poll();
            if (!seen.add(object)) {
                continue;
            }
            switch (object) {
                case Optional<?> maybe -> maybe.ifPresent(next::add);
                case Collection<?> many ->
                    many.stream().filter(one -> one != null).forEach(next::add);
                case Map<?, ?> map -> {
                    next.addAll(map.keySet());
                    next.addAll(map.values());
                }
                case Object[] array -> {
                    for (Object one : array) {
                        if (one != null) {
                            next.add(one);
                        }
                    }
                }
                default -> {
                    if (object.getClass().getName().startsWith("org.warmhandoff.") && !(object instanceof Enum<?>)) {
                        fields(object, next);
                    }
                }
            }
        }
        return seen;
    }

    private static void fields(Object object, Deque<Object> into) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null) {
                        into.add(value);
                    }
                }
            }
        }
    }
}
