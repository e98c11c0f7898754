package org.warmhandoff.adapters.dynamo;

import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Clients;
import org.warmhandoff.organization.OrganizationId;

/** One client of one organization: one call. */
public final class DynamoClients implements Clients {

    private final Table table;

    public DynamoClients(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Client> find(OrganizationId organization, ClientId id) {
        return table.get(ClientItem.key(organization, id)).map(ClientItem::fromItem);
    }
}
