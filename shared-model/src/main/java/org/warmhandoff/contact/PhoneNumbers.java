package org.warmhandoff.contact;

import java.util.Optional;

/** Reads and shows telephone numbers. What a number may look like changes from month to month, so it is a port. */
public interface PhoneNumbers {

    /** The number that was typed, if it is a whole and possible one. Without a country code it is a number of the United States. */
    Optional<PhoneNumber> parse(String typed);

    /** As people write it: {@code (206) 555-0142} at home, {@code +52 55 1234 5678} elsewhere. */
    String display(PhoneNumber number);

    /** Whether we text it: numbers of the United States (with its territories) and of Canada, and none that bills its caller or the called. */
    boolean textable(PhoneNumber number);
}
