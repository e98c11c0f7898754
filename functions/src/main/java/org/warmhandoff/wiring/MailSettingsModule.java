package org.warmhandoff.wiring;

import dagger.Binds;
import dagger.Module;
import org.warmhandoff.adapters.dynamo.DynamoMailSettings;
import org.warmhandoff.listing.MailSettings;

/** What the people behind a referral address may change. */
@Module(includes = {OpenReferralsModule.class, TableModule.class})
public interface MailSettingsModule {

    @Binds
    MailSettings mailSettings(DynamoMailSettings settings);
}
