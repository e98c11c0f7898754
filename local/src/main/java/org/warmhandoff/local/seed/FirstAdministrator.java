package org.warmhandoff.local.seed;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.DynamoOrganizationBook;
import org.warmhandoff.adapters.dynamo.DynamoRoster;
import org.warmhandoff.adapters.dynamo.DynamoTable;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one thing that no request can do: write the first organization and its administrator, who then adds everybody else.
 * Straight into the table, as the operator does in the cloud.
 */
final class FirstAdministrator {

    private final Table table;
    private final InstantSource clock;

    FirstAdministrator(DynamoDbClient client, String tableName, InstantSource clock) {
        this.table = new DynamoTable(client, tableName, new RandomIds());
        this.clock = clock;
    }

    void write(String sub, String name, String email, String program, String phone, String organization) {
        new DynamoOrganizationBook(table, clock)
                .save(new Organization(
                        new OrganizationId(organization),
                        organization,
                        organization,
                        ZoneId.of("America/Los_Angeles"),
                        "",
                        true,
                        false,
                        false));
        boolean added = new DynamoRoster(table, clock)
                .add(
                        new Member(
                                new MemberId(sub),
                                new OrganizationId(organization),
                                name,
                                email,
                                program,
                                phone,
                                Set.of(Role.ADMINISTRATOR),
                                true,
                                Optional.empty()),
                        Optional.empty());
        if (!added) {
            throw new SeedRefused("the first administrator is there already");
        }
    }

    /** Ids of the transport alone; nothing that is kept is named by them. */
    private static final class RandomIds implements Ids {

        @Override
        public String next() {
            return UUID.randomUUID().toString();
        }

        @Override
        public String token128() {
            return UUID.randomUUID().toString();
        }

        @Override
        public String token256() {
            return UUID.randomUUID().toString();
        }
    }
}
