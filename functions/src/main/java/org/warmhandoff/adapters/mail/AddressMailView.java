package org.warmhandoff.adapters.mail;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A message of an address change.
 *
 * @param oldAddress masked
 * @param newAddress masked
 * @param link what the message offers: to confirm, to cancel or to undo; empty where it offers nothing
 * @param until when the link ends; null where there is none
 */
public record AddressMailView(
        String program,
        String organization,
        String oldAddress,
        String newAddress,
        String link,
        Instant until,
        ZoneId zone) {}
