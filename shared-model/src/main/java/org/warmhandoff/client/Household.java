package org.warmhandoff.client;

import java.util.List;

/** Who lives together, the client counted in. */
public record Household(int adults, List<Integer> childrenAges) {

    public static final int MOST_ADULTS = 30;
    public static final int MOST_CHILDREN = 30;

    public Household {
        childrenAges = List.copyOf(childrenAges);
        if (adults < 0 || adults > MOST_ADULTS || childrenAges.size() > MOST_CHILDREN) {
            throw new IllegalArgumentException("not the size of a household");
        }
        if (childrenAges.stream().anyMatch(age -> age < 0 || age > 17)) {
            throw new IllegalArgumentException("a child is 0 to 17 years old");
        }
    }

    public int people() {
        return adults + childrenAges.size();
    }
}
