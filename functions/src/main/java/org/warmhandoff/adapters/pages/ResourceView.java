package org.warmhandoff.adapters.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One place that may help, as a card on the resource page and as a block of the first email. Empty fields are left out.
 *
 * @param letter the letter of its open text question; empty when there is none
 * @param address empty when there is none, and empty when it is hidden
 * @param addressHidden whether there is an address that is given by telephone only
 * @param phones E.164
 * @param languages in words
 * @param feedbackPath {@code /c/{token}/{n}}; empty in an email
 */
public record ResourceView(
        int place,
        String program,
        String organization,
        String letter,
        String description,
        String address,
        boolean addressHidden,
        List<String> phones,
        String hours,
        String howToApply,
        String documents,
        String eligibility,
        List<String> languages,
        String website,
        String feedbackPath) {
    public ResourceView {
        Objects.requireNonNull(program);
        organization = Objects.requireNonNullElse(organization, "");
        letter = Objects.requireNonNullElse(letter, "");
        description = Objects.requireNonNullElse(description, "");
        // A hidden address never reaches a template, whatever the caller passed.
        address = addressHidden ? "" : Objects.requireNonNullElse(address, "");
        phones = List.copyOf(phones);
        hours = Objects.requireNonNullElse(hours, "");
        howToApply = Objects.requireNonNullElse(howToApply, "");
        documents = Objects.requireNonNullElse(documents, "");
        eligibility = Objects.requireNonNullElse(eligibility, "");
        languages = List.copyOf(languages);
        website = Objects.requireNonNullElse(website, "");
        feedbackPath = Objects.requireNonNullElse(feedbackPath, "");
    }

    /** A plain link to a map: nothing of it is loaded with the page. */
    public String mapLink() {
        return "https://www.google.com/maps/search/?api=1&query=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** The website as something to click: only what is plainly of the web, else empty. */
    public String websiteLink() {
        String trimmed = website.strip();
        if (trimmed.startsWith("https://") || trimmed.startsWith("http://")) {
            return trimmed;
        }
        return trimmed.isEmpty() || trimmed.contains(":") || trimmed.contains(" ") ? "" : "https://" + trimmed;
    }

    /** The website as one says it. */
    public String websiteShown() {
        return websiteLink().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    public boolean organizationDiffers() {
        return !organization.isBlank() && !organization.equals(program);
    }
}
