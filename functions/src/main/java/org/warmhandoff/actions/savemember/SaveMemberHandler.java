package org.warmhandoff.actions.savemember;

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
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.Peek;
import org.warmhandoff.adapters.http.Problem;
import org.warmhandoff.adapters.resources.MemberFields;
import org.warmhandoff.adapters.resources.MemberResource;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.wiring.HttpModule;
import org.warmhandoff.wiring.MembersModule;
import org.warmhandoff.wiring.PhoneNumbersModule;
import org.warmhandoff.wiring.Priming;
import org.warmhandoff.wiring.SignInsModule;

/**
 * {@code PUT /api/members/{id}}: an administrator changes a member, or puts one out. Two calls of the table, three where administrators
 * put themselves out.
 */
public final class SaveMemberHandler implements RequestStreamHandler {

    @Singleton
    @Component(modules = {HttpModule.class, MembersModule.class, SignInsModule.class, PhoneNumbersModule.class})
    interface Wiring {
        Http http();

        Roster roster();

        SignIns signIns();

        PhoneNumbers phoneNumbers();
    }

    private final Http http;
    private final Roster roster;
    private final SaveMember saveMember;
    private final PhoneNumbers phoneNumbers;

    public SaveMemberHandler() {
        this(DaggerSaveMemberHandler_Wiring.create());
        Priming.of(this, "PUT /api/members/{id}");
    }

    SaveMemberHandler(Wiring wiring) {
        http = wiring.http();
        roster = wiring.roster();
        saveMember = new SaveMember(roster, wiring.signIns());
        phoneNumbers = wiring.phoneNumbers();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::save);
    }

    private ApiResponse save(ApiRequest request) {
        var read = roster.beforeSaving(
                request.member(),
                request.id("id", MemberId::new),
                Peek.at(request).find("/organizationId", text -> Optional.of(new OrganizationId(text))));
        Member caller = Caller.as(Role.ADMINISTRATOR, read.member());
        if (read.found().before().isEmpty()) {
            return Problem.notFound().response();
        }
        Member before = read.found().before().get();
        Optional<Organization> organization = read.found().organization();
        Fields fields = request.fields();
        MemberFields wanted = MemberFields.read(fields, organization, phoneNumbers);
        Optional<Boolean> active = fields.optionalFlag("active");
        fields.verify();
        return switch (saveMember.save(caller, before, organization.orElseThrow(), wanted, active)) {
            case SaveMember.Saved(Member member) ->
                ApiResponse.ok(
                        json -> MemberResource.write(json, new Roster.Listed(member, organization.orElseThrow())));
            case SaveMember.LastAdministrator() ->
                Problem.conflict("last-administrator", "Nobody would be left to administer the network")
                        .response();
            case SaveMember.Contended() -> Problem.busy().response().with("retry-after", "1");
        };
    }
}
