package org.warmhandoff.adapters.pages;

import java.util.List;

/**
 * Thanks for an answer, what happens now, and the way to change it.
 *
 * @param form after a No: the one optional reason and "I would like help"; not shown otherwise
 * @param answer {@code YES}, {@code NO} or {@code NOT_INTERESTED}
 * @param changePath where the question is asked once more
 * @param asksWhy whether the form is to be shown: after a No, until it was sent
 * @param barrier what was chosen, kept when the form comes back; else empty
 * @param help likewise
 * @param helpAsked whether the client asked for help by that form already
 * @param resourcesPath back to the places; empty when there is no such link to be had
 */
public record FeedbackThanksView(
        ClientPage page,
        Form form,
        String answer,
        boolean named,
        String program,
        String changePath,
        boolean asksWhy,
        String barrier,
        boolean help,
        boolean helpAsked,
        String resourcesPath) {
    /** What may have got in the way, in the order of the page. The words are the catalogue's ({@code barrier.*}). */
    public static final List<String> BARRIERS =
            List.of("WAITING", "NOT_REACHED", "NOT_ELIGIBLE", "DID_NOT_KNOW_HOW", "NO_WAY_THERE", "OTHER");
}
