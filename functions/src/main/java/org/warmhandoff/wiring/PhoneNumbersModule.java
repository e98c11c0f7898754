package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.warmhandoff.adapters.sms.PhoneNumbersOfLibphonenumber;
import org.warmhandoff.contact.PhoneNumbers;

/** Telephone numbers, read as people type them. */
@Module
public interface PhoneNumbersModule {

    @Provides
    @Singleton
    static PhoneNumbers phoneNumbers() {
        return new PhoneNumbersOfLibphonenumber();
    }
}
