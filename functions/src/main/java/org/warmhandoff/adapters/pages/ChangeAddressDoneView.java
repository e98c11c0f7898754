package org.warmhandoff.adapters.pages;

/** How an address change stands: just done, or found so by a later visitor. Both addresses masked. */
public record ChangeAddressDoneView(
        Result result, String program, String organization, String oldAddress, String newAddress) {
    public enum Result {
        CONFIRMED,
        CANCELED,
        UNDONE
    }
}
