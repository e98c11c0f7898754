package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.DynamoOrganizationBook;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.organization.OrganizationBook;

/** The organizations of the network. */
@Module(includes = {TableModule.class, ClockModule.class})
public interface OrganizationsModule {

    @Provides
    static OrganizationBook organizationBook(Table table, InstantSource clock) {
        return new DynamoOrganizationBook(table, clock);
    }
}
