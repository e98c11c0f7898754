package org.warmhandoff.client;

import java.util.Optional;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** The list of an organization's clients. */
public interface ClientRows {

    /** Everybody, by family name. */
    Page<ClientRow> all(OrganizationId organization, Optional<String> from, int limit);

    Page<ClientRow> matching(OrganizationId organization, ClientWords.Query query, Optional<String> from, int limit);
}
