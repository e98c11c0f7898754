package org.warmhandoff.adapters.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.referral.Basket;
import org.warmhandoff.referral.Consent;

/** The body of CreateReferrals, and of the preview of it, and how what is wrong with a basket is said. */
public final class BasketFields {

    private static final String LISTINGS = "listingIds";

    private BasketFields() {}

    /**
     * What was asked for.
     *
     * @param client absent where the field was refused
     * @param listings empty where one of them was refused: places would not fit
     */
    public record Wanted(
            Optional<ClientId> client, List<ListingId> listings, Optional<Consent.Method> consent, String notes) {}

    /** Reads everything; what is wrong is in {@code fields} then. */
    public static Wanted read(Fields fields) {
        String named = fields.text("clientId", 1, 100);
        List<ListingId> listings = fields.distinct(
                LISTINGS, 1, Basket.LARGEST, id -> Optional.of(new ListingId(id)), "There is no such listing.");
        Fields consent = fields.object("consent");
        Optional<Consent.Method> method = Optional.ofNullable(consent.oneOf("method", Consent.Method.class));
        if (fields.has("consent") && !consent.flag("given", false)) {
            consent.refuse("given", "The client must have consented.");
        }
        String notes = fields.optionalLines("notes", Basket.LONGEST_NOTES).orElse("");
        boolean misplaced =
                fields.errors().stream().anyMatch(error -> error.pointer().startsWith("/" + LISTINGS));
        return new Wanted(
                Optional.ofNullable(named).map(BasketFields::client), misplaced ? List.of() : listings, method, notes);
    }

    /** What no client can be called is as unknown as any other. */
    private static ClientId client(String named) {
        return ClientId.parse(named).orElseGet(() -> new ClientId("no-such-client"));
    }

    /** What is wrong with a basket, at the fields that say so. */
    public static List<FieldError> errors(List<Basket.Flaw> flaws) {
        List<FieldError> errors = new ArrayList<>();
        for (Basket.Flaw flaw : flaws) {
            errors.add(
                    switch (flaw) {
                        case Basket.Flaw.UnknownListing unknown ->
                            new FieldError("/" + LISTINGS + "/" + unknown.place(), "There is no such listing.");
                        case Basket.Flaw.NotReferable listing ->
                            new FieldError(
                                    "/" + LISTINGS + "/" + listing.place(),
                                    listing.because().sentence(),
                                    Map.of(
                                            "notReferableBecause",
                                            listing.because().name()));
                        case Basket.Flaw.NotesTell tell ->
                            new FieldError(
                                    "/notes",
                                    "This looks like " + tell.finding().kind().label()
                                            + ". Take it out or it cannot be sent.",
                                    Map.of(
                                            "kind", tell.finding().kind().name(),
                                            "start", tell.finding().start(),
                                            "end", tell.finding().end()));
                        case Basket.Flaw.ConsentMustBeWritten must ->
                            new FieldError(
                                    "/consent/method",
                                    "Your organization may share on the client's written consent only.");
                    });
        }
        return errors;
    }
}
