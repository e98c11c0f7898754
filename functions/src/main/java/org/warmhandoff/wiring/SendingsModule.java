package org.warmhandoff.wiring;

import dagger.Binds;
import dagger.Module;
import org.warmhandoff.adapters.dynamo.DynamoSendings;
import org.warmhandoff.referral.Sendings;

/** What sending a basket reads and writes. */
@Module(includes = {TableModule.class, IdsModule.class, ClockModule.class})
public interface SendingsModule {

    @Binds
    Sendings sendings(DynamoSendings inTable);
}
