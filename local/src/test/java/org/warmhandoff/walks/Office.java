package org.warmhandoff.walks;

import com.microsoft.playwright.Page;

/**
 * Where members work in the hosted UI: one started system for all of their walks, apart from the one whose programs and mailboxes
 * others turn upside down.
 */
record Office(Walk walk, Chromium chromium) implements AutoCloseable {

    /** Somebody comes in, and stands before this page. */
    Page open(String email, int width, String path) {
        return HostedUi.open(chromium, walk, email, width, path);
    }

    /** Nobody is left at any page: those that nobody looks at still ask and cost. */
    void everybodyLeaves() {
        chromium.everybodyLeaves();
    }

    @Override
    public void close() {
        walk.close();
    }
}
