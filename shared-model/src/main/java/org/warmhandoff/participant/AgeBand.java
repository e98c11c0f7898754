package org.warmhandoff.participant;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/** How old, as near as the receiver needs it. HIPAA's Safe Harbor (45 CFR 164.514(b)(2)) puts all who are 90 and older into one. */
public enum AgeBand {
    FROM_0("0-5", 0),
    FROM_6("6-12", 6),
    FROM_13("13-17", 13),
    FROM_18("18-24", 18),
    FROM_25("25-34", 25),
    FROM_35("35-44", 35),
    FROM_45("45-54", 45),
    FROM_55("55-64", 55),
    FROM_65("65-74", 65),
    FROM_75("75-84", 75),
    FROM_85("85-89", 85),
    FROM_90("90+", 90),
    UNKNOWN("Not stated", -1);

    private final String label;
    private final int youngest;

    AgeBand(String label, int youngest) {
        this.label = label;
        this.youngest = youngest;
    }

    public String label() {
        return label;
    }

    public static AgeBand ofAge(int years) {
        AgeBand found = UNKNOWN;
        for (AgeBand band : values()) {
            if (band != UNKNOWN && years >= band.youngest) {
                found = band;
            }
        }
        return found;
    }

    /** The band on a day. Who is yet to be born by it has none. */
    public static AgeBand of(LocalDate birthDate, LocalDate today) {
        return birthDate.isAfter(today)
                ? UNKNOWN
                : ofAge(Period.between(birthDate, today).getYears());
    }

    public static Optional<AgeBand> ofLabel(String label) {
        return Arrays.stream(values()).filter(band -> band.label.equals(label)).findFirst();
    }
}
