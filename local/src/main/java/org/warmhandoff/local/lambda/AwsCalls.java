package org.warmhandoff.local.lambda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Notes every call of an AWS service that a function makes. The SDK finds this class by its global list of interceptors,
 * so the handlers' clients need not know of it.
 */
public final class AwsCalls implements ExecutionInterceptor {

    private static final InheritableThreadLocal<@Nullable List<String>> CURRENT = new InheritableThreadLocal<>();

    /** Runs the work; the calls that it makes are added to the list. */
    static <T> T noting(List<String> calls, Supplier<T> work) {
        CURRENT.set(calls);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    static List<String> newList() {
        return new CopyOnWriteArrayList<>();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        List<String> calls = CURRENT.get();
        if (calls != null) {
            calls.add(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + "."
                    + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }
}
