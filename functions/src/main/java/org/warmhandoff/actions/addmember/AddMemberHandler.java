package org.warmhandoff.actions.addmember;

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
import org.warmhandoff.adapters.http.InvalidRequest;
import org.warmhandoff.adapters.http.Peek;
import org.warmhandoff.adapters.http.Repeated;
import org.warmhandoff.adapters.resources.MemberFields;
import org.warmhandoff.adapters.resources.MemberResource;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.ReadBy;
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

/** {@code POST /api/members}: an administrator adds a member. Two calls of the table and one of the user pool. */
public final class AddMemberHandler implements RequestStreamHandler {

    private static final String ROUTE = "add-member";

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
    private final AddMember addMember;
    private final PhoneNumbers phoneNumbers;

    public AddMemberHandler() {
        this(DaggerAddMemberHandler_Wiring.create());
        Priming.of(this, "POST /api/members");
    }

    AddMemberHandler(Wiring wiring) {
        http = wiring.http();
        roster = wiring.roster();
        addMember = new AddMember(wiring.signIns(), roster);
        phoneNumbers = wiring.phoneNumbers();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        http.answer(event, answer, context, this::add);
    }

    private ApiResponse add(ApiRequest request) {
        Optional<Attempt> attempt = Repeated.attempt(request, ROUTE);
        var read = read(request, attempt);
        Caller.as(Role.ADMINISTRATOR, read.member());
        Optional<ApiResponse> again = again(attempt, read.found());
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Organization> organization = read.found().organization();
        Fields fields = request.fields();
        MemberFields wanted = MemberFields.read(fields, organization, phoneNumbers);
        if (wanted.email().isEmpty() && !fields.refused("email")) {
            fields.refuse("email", "This is needed: members sign in by it.");
        }
        fields.verify();
        var added = addMember.add(
                wanted.name(),
                wanted.email().orElseThrow(),
                id -> member(id, wanted, organization.orElseThrow()),
                attempt);
        return switch (added) {
            case AddMember.Added(Member member) -> created(new Roster.Listed(member, organization.orElseThrow()));
            // The same request, sent twice at once, may have been the faster one.
            case AddMember.EmailTaken() ->
                again(attempt, read(request, attempt).found())
                        .orElseThrow(() -> new InvalidRequest("/email", "This address signs in already."));
        };
    }

    private ReadBy<Roster.BeforeAdding> read(ApiRequest request, Optional<Attempt> attempt) {
        return roster.beforeAdding(
                request.member(),
                Peek.at(request).find("/organizationId", text -> Optional.of(new OrganizationId(text))),
                attempt);
    }

    private Optional<ApiResponse> again(Optional<Attempt> attempt, Roster.BeforeAdding read) {
        return Repeated.earlier(attempt, read.earlier())
                .flatMap(done -> roster.find(new MemberId(done.ids().getFirst())))
                .map(listed -> Repeated.again(created(listed)));
    }

    private static ApiResponse created(Roster.Listed listed) {
        return ApiResponse.created(json -> MemberResource.write(json, listed));
    }

    private static Member member(MemberId id, MemberFields wanted, Organization organization) {
        return new Member(
                id,
                organization.id(),
                wanted.name(),
                wanted.email().orElseThrow().value(),
                wanted.program(),
                wanted.phone(),
                wanted.roles(),
                true,
                Optional.empty());
    }
}
