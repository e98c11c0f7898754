package org.warmhandoff.listing;

import java.time.Instant;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;

/** The directory of the network, read anew only when something that a search can see has changed. */
public interface Directories {

    /**
     * @param number raised by each change
     * @param changedAt when it was; the index that lists the listings trails a write by a moment
     */
    record Version(long number, Instant changedAt) {}

    ReadBy<Version> version(MemberId caller);

    Directory at(Version version);
}
