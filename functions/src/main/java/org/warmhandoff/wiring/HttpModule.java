package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.http.Http;

/** For functions that have routes of the API alone; those with pages take {@link PagesModule} in its place. */
@Module
public interface HttpModule {

    @Provides
    @Singleton
    static Http http() {
        return Http.api();
    }
}
