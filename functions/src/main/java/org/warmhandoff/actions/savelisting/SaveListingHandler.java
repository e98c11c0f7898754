package org.warmhandoff.actions.savelisting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.Peek;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.resources.ListingResource;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.ListingsModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;

/** {@code PUT /api/listings/{id}}: an administrator writes a listing. Three calls of the table. */
public final class SaveListingHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, ListingsModule.class, PhoneNumbersModule.class})
    interface Wiring {
        Http http();

        Members members();

        ListingBook listingBook();

        PhoneNumbers phoneNumbers();
    }

    private final Http http;
    private final Members members;
    private final ListingBook book;
    private final SaveListing saveListing;
    private final ListingFields listingFields;

    public SaveListingHandler() {
        this(DaggerSaveListingHandler_Wiring.create());
        Priming.of(this, "PUT /api/listings/{id}");
    }

    SaveListingHandler(Wiring wiring) {
        http = wiring.http();
        members = wiring.members();
        book = wiring.listingBook();
        saveListing = new SaveListing(book);
        listingFields = new ListingFields(wiring.phoneNumbers());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::save);
    }

    private ApiResponse save(ApiRequest request) {
        Optional<ListingId> named = Peek.path(request, "id", ListingId::new);
        if (named.isEmpty()) {
            Caller.as(Role.ADMINISTRATOR, members.find(request.member()));
            throw new InvalidRequest("/id", "1 to 40 letters, digits and hyphens.");
        }
        ListingId id = named.get();
        Peek body = Peek.at(request);
        var read = book.before(
                request.member(),
                id,
                body.find("/organizationId", text -> Optional.of(new OrganizationId(text))),
                body.find("/referralEmail", EmailAddress::parse));
        Member caller = Caller.as(Role.ADMINISTRATOR, read.member());
        ListingToSave toSave = listingFields.read(request.fields(), read.found().organization());
        return switch (saveListing.by(caller.id(), id, toSave, read.found())) {
            case SaveListing.Created(Listing listing) ->
                ApiResponse.created(json -> seenBy(caller).write(json, listing));
            case SaveListing.Replaced(Listing listing) ->
                ApiResponse.ok(json -> seenBy(caller).write(json, listing));
            case SaveListing.MailboxFull() ->
                throw new InvalidRequest("/referralEmail", "Too many listings use this address already.");
            case SaveListing.Contended() -> Problem.busy().response().with("retry-after", "1");
        };
    }

    private ListingResource seenBy(Member caller) {
        return ListingResource.seenBy(caller, members.organizationOf(caller));
    }
}
