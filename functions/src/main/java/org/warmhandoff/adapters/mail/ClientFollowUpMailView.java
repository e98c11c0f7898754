package org.warmhandoff.adapters.mail;

/**
 * The question, a week later.
 *
 * @param named false: the email speaks of the place without its name
 * @param link to the page that asks
 */
public record ClientFollowUpMailView(
        String language, String organization, boolean named, String program, String link, String unsubscribeLink) {}
