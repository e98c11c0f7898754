package org.warmhandoff.actions.listorganizations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.member.Members;
import org.warmhandoff.organization.OrganizationBook;

class ListOrganizationsHandlerTest {

    private final Town town = new Town();
    private final ListOrganizationsHandler handler =
            new ListOrganizationsHandler(new ListOrganizationsHandler.Wiring() {
                @Override
                public Http http() {
                    return town.http();
                }

                @Override
                public Members members() {
                    return town.members();
                }

                @Override
                public OrganizationBook organizationBook() {
                    return town.organizationBook();
                }
            });

    @Test
    void lists_them_by_name() {
        Answer answer =
                Events.signedIn(Town.ADMINISTRATOR).get("/api/organizations").to(handler);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/organizations/0").toString())
                .isEqualTo("{\"id\":\"harbor\",\"name\":\"Harbor Family Services\","
                        + "\"displayName\":\"Harbor Family Services\",\"timeZone\":\"America/New_York\","
                        + "\"phone\":\"+19375550100\",\"outOfNetworkReferring\":true,\"victimServices\":false,"
                        + "\"part2\":false}");
        assertThat(answer.at("/organizations/1/id").asText()).isEqualTo("valley");
        assertThat(answer.at("/cursor").isNull()).isTrue();
        assertThat(town.table().callCount()).isEqualTo(2);
    }

    @Test
    void is_for_administrators() {
        assertThat(Events.signedIn(Town.CASEWORKER)
                        .get("/api/organizations")
                        .to(handler)
                        .status())
                .isEqualTo(403);
    }
}
