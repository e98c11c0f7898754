package org.warmhandoff.local.template;

import java.util.Map;
import java.util.Optional;

/** What stands, in the local system, in the place of values that only a deployed stack has. */
public interface LocalValues {

    /** Values of the template's parameters that differ from their defaults. */
    Map<String, String> parameters();

    /** What {@code Ref} of a resource of this type gives. */
    Optional<String> reference(String logicalId, String type);

    /** What {@code GetAtt} of a resource of this type gives. */
    Optional<String> attribute(String logicalId, String type, String attribute);

    /** The value of a setting that the template takes from a store of secrets ({@code {{resolve:...}}}). */
    Optional<String> secret(String setting);
}
