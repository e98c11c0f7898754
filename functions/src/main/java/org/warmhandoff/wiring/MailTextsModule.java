package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.Brand;

/** What emails say, for who shows them without sending. */
@Module(includes = BrandModule.class)
public interface MailTextsModule {

    @Provides
    @Singleton
    static MailTexts mailTexts(Brand brand) {
        return new MailTexts(brand);
    }
}
