package org.warmhandoff.adapters.resources;

import static org.warmhandoff.adapters.resources.Texts.maybe;

import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.organization.Organization;

/** An organization, whole, and as it is named in other resources. */
public final class OrganizationResource {

    private OrganizationResource() {}

    public static void write(JsonWriter json, Organization organization) {
        json.put("id", organization.id().value())
                .put("name", organization.name())
                .put("displayName", organization.displayName())
                .put("timeZone", organization.timeZone().getId())
                .put("phone", maybe(organization.phone()))
                .put("outOfNetworkReferring", organization.outOfNetworkReferring())
                .put("victimServices", organization.victimServices())
                .put("part2", organization.part2());
    }

    static void named(JsonWriter json, Organization organization) {
        json.put("id", organization.id().value()).put("name", organization.name());
    }
}
