package org.warmhandoff.organization;

import java.util.Optional;

/** Where organizations are kept. */
public interface Organizations {
    Optional<Organization> find(OrganizationId id);
}
