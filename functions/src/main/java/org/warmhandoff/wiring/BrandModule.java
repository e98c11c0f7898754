package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.pages.Brand;

/** Who speaks on every page, email and text. */
@Module(includes = SettingsModule.class)
public interface BrandModule {

    @Provides
    @Singleton
    static Brand brand(Settings settings) {
        return new Brand(
                settings.optional("BRAND_NAME").orElse("Warm Handoff"),
                settings.require("PUBLIC_ADDRESS"),
                settings.optional("POSTAL_ADDRESS").orElse(""),
                settings.optional("TEXT_NUMBER").orElse(""),
                settings.optional("HELP_PHONE").orElse(""),
                settings.optional("HELP_EMAIL").orElse(""));
    }
}
