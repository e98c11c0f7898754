package org.warmhandoff.listing;

/** Whether a program's organization works in this network or answers from an email alone (first seed, "In vs. Out of Network Listings"). */
public enum Network {
    IN,
    OUT
}
