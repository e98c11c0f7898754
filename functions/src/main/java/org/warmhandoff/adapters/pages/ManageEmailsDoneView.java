package org.warmhandoff.adapters.pages;

/**
 * What a choice in Manage Emails led to.
 *
 * @param newAddress masked, for {@link Result#ADDRESS_ASKED}; else empty
 * @param managePath back to the choices: the way back for those who unsubscribed
 */
public record ManageEmailsDoneView(
        Result result,
        String program,
        String organization,
        String maskedAddress,
        String newAddress,
        String managePath) {
    public enum Result {
        KEPT,
        UNSUBSCRIBED,
        /** The new address was sent a link to confirm. */
        ADDRESS_ASKED,
        MESSAGE_SENT
    }
}
