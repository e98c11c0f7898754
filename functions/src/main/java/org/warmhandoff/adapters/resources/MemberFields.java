package org.warmhandoff.adapters.resources;

import java.util.Optional;
import java.util.Set;
import org.warmhandoff.adapters.http.Fields;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.Organization;

/**
 * What an administrator writes of a member, alike when one is added and when one is changed. Of what was refused it holds nothing to
 * rely on: the caller verifies the fields first.
 */
public record MemberFields(String name, Optional<EmailAddress> email, String program, String phone, Set<Role> roles) {

    private static final int LONGEST = 200;

    /** @param organization the one that the body names, if there is such an organization */
    public static MemberFields read(Fields fields, Optional<Organization> organization, PhoneNumbers phoneNumbers) {
        String name = fields.text("name", 1, LONGEST);
        Optional<EmailAddress> email = fields.optionalParsed("email", EmailAddress::parse, "One email address.");
        String organizationId = fields.text("organizationId", 1, LONGEST);
        if (organizationId != null && organization.isEmpty()) {
            fields.refuse("organizationId", "There is no such organization.");
        }
        String program = fields.optionalText("program", LONGEST).orElse("");
        String phone = fields.optionalParsed("phone", phoneNumbers::parse, "A telephone number with its area code.")
                .map(PhoneNumber::value)
                .orElse("");
        Set<Role> roles = fields.manyOf("roles", Role.class);
        boolean refused =
                fields.errors().stream().anyMatch(error -> error.pointer().startsWith(fields.pointer("roles")));
        if (roles.isEmpty() && !refused) {
            fields.refuse("roles", "At least one of CASEWORKER, RECEIVER, ADMINISTRATOR.");
        }
        return new MemberFields(name, email, program, phone, roles);
    }
}
