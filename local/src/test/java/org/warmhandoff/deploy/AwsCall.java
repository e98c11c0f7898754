package org.warmhandoff.deploy;

import java.util.Comparator;

/**
 * What one function was allowed to do, or did: an IAM action on a resource, called by its word in the template ({@code Table},
 * {@code Table/index/DUE}, {@code FollowUps}).
 */
record AwsCall(String function, String action, String resource) implements Comparable<AwsCall> {

    @Override
    public int compareTo(AwsCall other) {
        return Comparator.comparing(AwsCall::function)
                .thenComparing(AwsCall::action)
                .thenComparing(AwsCall::resource)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return function + ": " + action + " on " + resource;
    }
}
