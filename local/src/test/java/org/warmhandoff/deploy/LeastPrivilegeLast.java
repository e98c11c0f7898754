package org.warmhandoff.deploy;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** What compares the calls of the whole suite runs when the suite has made them. */
public final class LeastPrivilegeLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor type) ->
                                LeastPrivilegeTest.class.isAssignableFrom(type.getTestClass()))
                        .thenComparing(type -> type.getTestClass().getName()));
    }
}
