package org.warmhandoff.adapters.pages;

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
        String resourcesPath) {}
