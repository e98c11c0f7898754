package org.warmhandoff.adapters.dynamo;

import java.util.List;
import org.warmhandoff.client.Client;

/** What closes everything still owed to a client who turned to {@code doNotContact}: writes for the same transaction. */
public interface WhatIsOwed {
    List<Write> close(Client client);
}
