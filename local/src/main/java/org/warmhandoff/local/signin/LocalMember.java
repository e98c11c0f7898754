package org.warmhandoff.local.signin;

import java.util.List;

/** Somebody who can sign in, as the table has them. */
public record LocalMember(
        String id,
        String name,
        String email,
        List<String> roles,
        String organization,
        String organizationName,
        boolean active) {}
