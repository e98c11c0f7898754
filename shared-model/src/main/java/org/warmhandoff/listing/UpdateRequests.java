package org.warmhandoff.listing;

import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
import org.warmhandoff.paging.Page;

/** What receivers asked the network's administrators for. */
public interface UpdateRequests {

    /** Newest first, the closed ones too. */
    Page<UpdateRequest> list(Optional<String> from, int limit);

    ReadBy<Optional<UpdateRequest>> find(MemberId caller, String id);

    /** The request as it is closed now: closing it twice keeps the first time. */
    UpdateRequest close(UpdateRequest request, Instant now);
}
