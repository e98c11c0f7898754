package org.warmhandoff.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.Gender;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;

/**
 * A client as an out-of-network receiver sees them: enough to answer, too little to know who it is. Built from an allow-list
 * of what Safe Harbor (45 CFR 164.514(b)(2)) leaves, never by taking things out of a client, so a new field of the client
 * stays at home until somebody decides otherwise here.
 *
 * <p>Safe Harbor looks at one field at a time. In a small program several rare ones still point at one person, so when
 * three or more of these meet — 90 or older; a language other than English and Spanish; an area under 20,000 people; six
 * people or more; a gender other than woman and man — gender, household and area are left out, all three together: then
 * what is missing does not tell what was rare. Age and language stay, since without them nobody can serve; so at most two
 * rare ones are left.
 *
 * <p>Of the needs, safety is left out: that somebody flees violence does not belong into an email (VAWA, 34 U.S.C. 12291).
 *
 * @param gender absent when undisclosed or left out
 * @param household absent when left out
 * @param language ISO 639
 * @param area the first three digits of the ZIP code; {@code 000} where too few people live; absent when unknown or left out
 */
public record Participant(
        AgeBand ageBand,
        Optional<Gender> gender,
        Optional<ParticipantHousehold> household,
        String language,
        boolean interpreterNeeded,
        Optional<String> area,
        List<Need> needs) {

    static final String NOT_STATED = "Not stated";

    private static final int TOO_MANY_RARE = 3;

    public Participant {
        Objects.requireNonNull(ageBand);
        Objects.requireNonNull(gender);
        Objects.requireNonNull(household);
        Objects.requireNonNull(language);
        Objects.requireNonNull(area);
        needs = List.copyOf(needs);
    }

    /** The client on a day, that of the sending organization. */
    public static Participant of(Client client, LocalDate today) {
        AgeBand age = client.birthDate().map(date -> AgeBand.of(date, today)).orElse(AgeBand.UNKNOWN);
        Optional<Gender> gender = Optional.of(client.gender()).filter(said -> said != Gender.UNDISCLOSED);
        ParticipantHousehold household = ParticipantHousehold.of(client.household());
        Optional<String> area = client.zip().map(RestrictedAreas::of);
        boolean tellsWho = rare(age, gender, household, client.language(), client.zip()) >= TOO_MANY_RARE;
        return new Participant(
                age,
                tellsWho ? Optional.empty() : gender,
                tellsWho ? Optional.empty() : Optional.of(household),
                client.language(),
                !client.language().equals("en"),
                tellsWho ? Optional.empty() : area,
                client.needs().stream()
                        .filter(need -> need != Need.SAFETY)
                        .distinct()
                        .toList());
    }

    private static int rare(
            AgeBand age, Optional<Gender> gender, ParticipantHousehold household, String language, Optional<Zip> zip) {
        int rare = 0;
        rare += age == AgeBand.FROM_90 ? 1 : 0;
        rare += gender.filter(said -> said != Gender.WOMAN && said != Gender.MAN)
                        .isPresent()
                ? 1
                : 0;
        rare += household.large() ? 1 : 0;
        rare += Languages.isCommon(language) ? 0 : 1;
        rare += zip.map(RestrictedAreas::of)
                        .filter(RestrictedAreas.RESTRICTED::equals)
                        .isPresent()
                ? 1
                : 0;
        return rare;
    }

    /** {@code 25-34} */
    public String ageBandLabel() {
        return ageBand.label();
    }

    /** {@code Woman} */
    public String genderLabel() {
        return gender.map(Gender::label).orElse(NOT_STATED);
    }

    /** {@code 1 adult, 2 children (0-5, 6-12)} */
    public String householdLabel() {
        return household.map(ParticipantHousehold::label).orElse(NOT_STATED);
    }

    /** {@code Spanish, interpreter needed} */
    public String languageLabel() {
        String name = Languages.name(language);
        return interpreterNeeded ? name + ", interpreter needed" : name;
    }

    /** {@code ZIP 981xx}. */
    public String areaLabel() {
        return area.map(digits -> digits.equals(RestrictedAreas.RESTRICTED)
                        ? "An area with few people (000)"
                        : "ZIP " + digits + "xx")
                .orElse(NOT_STATED);
    }

    /** {@code Food, Housing & shelter} */
    public String needsLabel() {
        return needs.isEmpty()
                ? NOT_STATED
                : String.join(", ", needs.stream().map(Need::label).toList());
    }
}
