package org.warmhandoff.referral;

import java.util.Optional;

/** The three lists of My Network Referrals. */
public enum Box {
    /** What the organization sent and has not archived. */
    OUTBOUND,
    /** What was sent to the organization, in network. */
    INBOUND,
    /** What the organization sent and archived. */
    HISTORY;

    /** As the query parameter names it. */
    public static Optional<Box> of(String parameter) {
        return switch (parameter) {
            case "outbound" -> Optional.of(OUTBOUND);
            case "inbound" -> Optional.of(INBOUND);
            case "history" -> Optional.of(HISTORY);
            default -> Optional.empty();
        };
    }
}
