package org.warmhandoff.adapters.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.organization.OrganizationId;

/** Clients with the words that find them: one read, one transaction. */
public final class DynamoClientBook implements ClientBook {

    private final Table table;
    private final DynamoClients clients;
    private final WhatIsOwed whatIsOwed;

    public DynamoClientBook(Table table, WhatIsOwed whatIsOwed) {
        this.table = table;
        this.clients = new DynamoClients(table);
        this.whatIsOwed = whatIsOwed;
    }

    @Override
    public Optional<Client> find(OrganizationId organization, ClientId id) {
        return clients.find(organization, id);
    }

    @Override
    public boolean save(Optional<Client> before, Client after) {
        List<Write> writes = new ArrayList<>();
        writes.add(ClientItem.put(before, after));
        Set<String> words = ClientItem.words(after);
        words.forEach(word -> writes.add(ClientItem.word(after, word)));
        before.ifPresent(client -> ClientItem.words(client).stream()
                .filter(word -> !words.contains(word))
                .forEach(word -> writes.add(ClientItem.noWord(client, word))));
        if (after.doNotContact() && before.filter(Client::doNotContact).isEmpty()) {
            writes.addAll(whatIsOwed.close(after));
        }
        return table.write(writes).done();
    }
}
