package org.warmhandoff.adapters.pages;

import java.util.Objects;

/**
 * Who sent the referral and how to reach them.
 *
 * @param organization the display name of the sending organization
 * @param program the caseworker's program; may be empty
 * @param phone E.164; may be empty
 * @param hours when the caseworker can be reached; may be empty
 */
public record SenderView(
        String organization, String program, String caseworker, String phone, String email, String hours) {
    public SenderView {
        Objects.requireNonNull(organization);
        Objects.requireNonNull(caseworker);
        program = Objects.requireNonNullElse(program, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        hours = Objects.requireNonNullElse(hours, "");
    }

    /** {@code Housing Desk, Harbor Family Services}. */
    public String programOfOrganization() {
        return program.isBlank() || program.equals(organization) ? organization : program + ", " + organization;
    }
}
