package org.warmhandoff.adapters.pages;

/**
 * <em>Did you get help from Food Pantry?</em>
 *
 * @param named false: the page speaks of the place without its name (safety, Part 2, victim services)
 * @param answer what was chosen, kept when the form comes back; empty on a first visit, whatever was answered before
 */
public record FeedbackView(ClientPage page, Form form, boolean named, String program, String answer) {}
