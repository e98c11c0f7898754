package org.warmhandoff.adapters.pages;

/**
 * <em>Manage these emails</em>.
 *
 * @param maskedAddress the address of now, through {@link Masked#email}
 * @param pendingAddress masked; a new address that has not confirmed yet, else empty
 * @param choice what was chosen, kept when the form comes back; empty on a first visit
 * @param address likewise
 * @param message likewise
 */
public record ManageEmailsView(
        Form form,
        Receiving receiving,
        String program,
        String organization,
        String maskedAddress,
        String pendingAddress,
        String choice,
        String address,
        String message) {
    /** Whether emails reach the address. */
    public enum Receiving {
        SUBSCRIBED,
        UNSUBSCRIBED,
        BOUNCING
    }
}
