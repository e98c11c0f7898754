package org.warmhandoff.adapters.dynamo;

import java.time.InstantSource;
import java.util.List;
import org.warmhandoff.Ids;
import org.warmhandoff.client.Client;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;

/** A client who is not to be contacted any more: one job closes all that they are owed. It is in force before that, since every claim asks. */
public final class CloseOwedToClients implements WhatIsOwed {

    private final InstantSource clock;
    private final Ids ids;

    public CloseOwedToClients(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Write> close(Client client) {
        return List.of(MessageItem.put(Message.owed(
                MessageKey.of(Keys.clientPartition(client.organization(), client.id()), "CLOSE", ids.next()),
                new Content.CloseOwedToClient(client.organization(), client.id(), CloseReason.DO_NOT_CONTACT),
                clock.instant())));
    }
}
