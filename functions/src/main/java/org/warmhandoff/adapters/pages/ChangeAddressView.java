package org.warmhandoff.adapters.pages;

/** The page behind a link of an address change: one box to tick. Both addresses masked. */
public record ChangeAddressView(
        Form form, Step step, String program, String organization, String oldAddress, String newAddress) {
    /** What this link does when its box is ticked. */
    public enum Step {
        /** At the new address. */
        CONFIRM,
        /** At the old address, before the new one confirmed. */
        CANCEL,
        /** At the old address, afterwards. */
        UNDO
    }
}
