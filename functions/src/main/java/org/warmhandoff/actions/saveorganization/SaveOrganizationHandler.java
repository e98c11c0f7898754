package org.warmhandoff.actions.saveorganization;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Optional;
import org.warmhandoff.adapters.http.ApiRequest;
import org.warmhandoff.adapters.http.ApiResponse;
import org.warmhandoff.adapters.http.Caller;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.Peek;
import org.warmhandoff.adapters.resources.OrganizationResource;
import org.warmhandoff.adapters.resources.Zones;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationBook;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.OrganizationsModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;

/**
 * {@code PUT /api/organizations/{id}}: an administrator writes an organization. Three calls of the table, and after a change of name one
 * for each 25 of its listings.
 */
public final class SaveOrganizationHandler implements RequestStreamHandler {

    private static final int LONGEST = 200;

    @Singleton
    @Component(modules = {HttpModule.class, OrganizationsModule.class, PhoneNumbersModule.class})
    interface Wiring {
        Http http();

        OrganizationBook organizationBook();

        PhoneNumbers phoneNumbers();
    }

    private final Http http;
    private final OrganizationBook book;
    private final PhoneNumbers phoneNumbers;

    public SaveOrganizationHandler() {
        this(DaggerSaveOrganizationHandler_Wiring.create());
        Priming.of(this, "PUT /api/organizations/{id}");
    }

    SaveOrganizationHandler(Wiring wiring) {
        http = wiring.http();
        book = wiring.organizationBook();
        phoneNumbers = wiring.phoneNumbers();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::save);
    }

    private ApiResponse save(ApiRequest request) {
        Optional<OrganizationId> named = Peek.path(request, "id", OrganizationId::new);
        var read = book.find(request.member(), named);
        Caller.as(Role.ADMINISTRATOR, read.member());
        if (named.isEmpty()) {
            throw new InvalidRequest("/id", "1 to 64 letters, digits, hyphens, dots and underscores.");
        }
        Organization organization = organization(named.get(), request.fields());
        book.save(organization);
        return ApiResponse.json(
                read.found().isPresent() ? 200 : 201, json -> OrganizationResource.write(json, organization));
    }

    private Organization organization(OrganizationId id, Fields fields) {
        String name = fields.text("name", 1, LONGEST);
        Optional<String> displayName = fields.optionalText("displayName", LONGEST);
        ZoneId zone = fields.parsed("timeZone", Zones::parse, Zones.DETAIL);
        Optional<PhoneNumber> phone =
                fields.optionalParsed("phone", phoneNumbers::parse, "A telephone number with its area code.");
        boolean outOfNetworkReferring = fields.flag("outOfNetworkReferring", false);
        boolean victimServices = fields.flag("victimServices", false);
        boolean part2 = fields.flag("part2", false);
        fields.verify();
        return new Organization(
                id,
                name,
                displayName.orElse(name),
                zone,
                phone.map(PhoneNumber::value).orElse(""),
                outOfNetworkReferring,
                victimServices,
                part2);
    }
}
