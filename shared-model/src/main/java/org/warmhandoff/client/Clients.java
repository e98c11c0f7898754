package org.warmhandoff.client;

import java.util.Optional;
import org.warmhandoff.organization.OrganizationId;

/** One client, for the organization whose client it is. There is no way to read one without naming that organization. */
public interface Clients {
    Optional<Client> find(OrganizationId organization, ClientId id);
}
