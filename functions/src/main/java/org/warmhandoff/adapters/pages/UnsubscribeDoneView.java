package org.warmhandoff.adapters.pages;

/**
 * What a choice on the unsubscribe page led to.
 *
 * @param backPath the choices once more: the way back
 */
public record UnsubscribeDoneView(
        ClientPage page, Result result, boolean receiver, String maskedAddress, String backPath) {
    public enum Result {
        STOPPED,
        KEPT,
        RESUBSCRIBED
    }
}
