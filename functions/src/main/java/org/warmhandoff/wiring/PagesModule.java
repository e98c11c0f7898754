package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.MissLimit;
import org.warmhandoff.adapters.http.Nonce;
import org.warmhandoff.adapters.http.PageResponse;
import org.warmhandoff.adapters.http.Site;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.Pages;

/** For functions that have pages behind links, beside routes of the API or alone. */
@Module(includes = {BrandModule.class, ClockModule.class, SettingsModule.class, TableModule.class})
public interface PagesModule {

    @Provides
    @Singleton
    static Pages pages(Brand brand) {
        return new Pages(brand);
    }

    @Provides
    @Singleton
    static Site site(Settings settings, Pages pages) {
        return new Site(
                settings.require("PUBLIC_ADDRESS"),
                settings.optional("ORIGIN_SECRET"),
                status -> PageResponse.html(
                        status,
                        switch (status) {
                            case 400 -> pages.unreadable();
                            case 403 -> pages.foreign();
                            case 404 -> pages.notFound();
                            case 410 -> pages.gone();
                            case 413 -> pages.tooLong();
                            case 429 -> pages.waitALittle();
                            default -> pages.error();
                        },
                        Pages.CONTENT_SECURITY_POLICY));
    }

    @Provides
    @Singleton
    static Http http(Site site) {
        return Http.withPages(site);
    }

    @Provides
    @Singleton
    static Nonce nonce(InstantSource clock) {
        return new Nonce(clock);
    }

    @Provides
    @Singleton
    static MissLimit missLimit(Table table, InstantSource clock) {
        return new MissLimit(table, clock);
    }
}
