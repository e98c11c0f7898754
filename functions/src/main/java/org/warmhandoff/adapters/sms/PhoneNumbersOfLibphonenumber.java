package org.warmhandoff.adapters.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;

/** Telephone numbers as Google's library knows them. */
public final class PhoneNumbersOfLibphonenumber implements PhoneNumbers {

    private static final String HOME = "US";
    private static final int LONGEST_TYPED = 40;

    /** The other islands of country code 1 are abroad: a text there costs its sender dearly, and our number is not registered there. */
    private static final Set<String> TEXTED = Set.of("US", "CA", "PR", "VI", "GU", "AS", "MP");

    private static final Set<PhoneNumberType> NOBODYS_POCKET = EnumSet.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    @Override
    public Optional<PhoneNumber> parse(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = library().parse(typed, HOME);
            // A message cannot be sent to an extension, and dropping it would reach the switchboard.
            if (number.hasExtension() || !library().isValidNumber(number)) {
                return Optional.empty();
            }
            return Optional.of(new PhoneNumber(library().format(number, PhoneNumberFormat.E164)));
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String display(PhoneNumber number) {
        return read(number)
                .map(known -> library()
                        .format(
                                known,
                                known.getCountryCode() == 1
                                        ? PhoneNumberFormat.NATIONAL
                                        : PhoneNumberFormat.INTERNATIONAL))
                .orElse(number.value());
    }

    @Override
    public boolean textable(PhoneNumber number) {
        return read(number)
                .filter(library()::isValidNumber)
                .filter(known -> known.getCountryCode() == 1)
                .filter(known -> TEXTED.contains(library().getRegionCodeForNumber(known)))
                .filter(known -> !NOBODYS_POCKET.contains(library().getNumberType(known)))
                .isPresent();
    }

    private static Optional<Phonenumber.PhoneNumber> read(PhoneNumber number) {
        try {
            return Optional.of(library().parse(number.value(), HOME));
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }

    /** Asked for each time: it is one for the whole process, and read from its file at the first number. */
    private static PhoneNumberUtil library() {
        return PhoneNumberUtil.getInstance();
    }
}
