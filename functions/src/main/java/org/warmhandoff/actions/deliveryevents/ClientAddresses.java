package org.warmhandoff.actions.deliveryevents;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.warmhandoff.adapters.dynamo.Write;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Report;

/** What a report says of a client's address: writes for the transaction that hears it. */
final class ClientAddresses {

    @Inject
    ClientAddresses() {}

    List<Write> writes(Content content, Report.Verdict verdict, Instant now) {
        return List.of();
    }
}
