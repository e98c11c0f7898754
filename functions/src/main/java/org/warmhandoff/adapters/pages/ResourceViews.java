package org.warmhandoff.adapters.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.referral.Receiver;

/** A listing as the client reads it: what it takes to get there, and nothing that is hidden. */
public final class ResourceViews {

    private ResourceViews() {}

    /**
     * One place of a basket.
     *
     * @param receiver as it was when the referral was sent: what is left to tell when the listing is gone
     * @param letter of its open text question, or empty
     * @param feedbackPath to the page that asks about it, or empty in an email
     */
    public static ResourceView of(
            Receiver receiver,
            Optional<Listing> listing,
            int place,
            String letter,
            String feedbackPath,
            String language) {
        return listing.map(found -> of(found, place, letter, feedbackPath, language))
                .orElseGet(() -> new ResourceView(
                        place,
                        receiver.program(),
                        receiver.organizationName(),
                        letter,
                        "",
                        "",
                        false,
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        "",
                        feedbackPath));
    }

    private static ResourceView of(Listing listing, int place, String letter, String feedbackPath, String language) {
        return new ResourceView(
                place,
                listing.program(),
                listing.organizationName(),
                letter,
                listing.description(),
                listing.shownAddress().orElse(""),
                listing.addressHidden(),
                listing.phones(),
                listing.hours(),
                listing.howToApply(),
                listing.documents(),
                listing.eligibility(),
                listing.languages().stream().map(code -> named(code, language)).toList(),
                listing.website(),
                feedbackPath);
    }

    /** A language in words of the reader's; what is no code stays as it was written. */
    private static String named(String code, String language) {
        Locale reader = Locale.of(Words.of(language).language());
        String name = code.matches("[a-z]{2,3}") ? Locale.of(code).getDisplayLanguage(reader) : code;
        return name.isEmpty() ? code : name;
    }
}
