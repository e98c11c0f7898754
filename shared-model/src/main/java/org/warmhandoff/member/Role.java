package org.warmhandoff.member;

/** What a member may do for the organization; one member may hold several. */
public enum Role {
    /** Clients, referring, sharing, withdrawing and archiving, for the own organization. */
    CASEWORKER,
    /** The own organization's inbound referrals. */
    RECEIVER,
    /** Listings, members, organizations and update requests of the whole network; no client, note or participant. */
    ADMINISTRATOR
}
