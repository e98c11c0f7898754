package org.warmhandoff.adapters.pages;

/**
 * The choice behind an unsubscribe link. While emails are sent: STOP or KEEP; afterwards: RESUBSCRIBE or STOP.
 *
 * @param receiver whether these are referral emails to a program (else a client's messages)
 * @param maskedAddress through {@link Masked#email}
 * @param stopped whether the address is opted out now
 * @param choice what was chosen, kept when the form comes back; else empty
 */
public record UnsubscribeView(
        ClientPage page, Form form, boolean receiver, String maskedAddress, boolean stopped, String choice) {}
