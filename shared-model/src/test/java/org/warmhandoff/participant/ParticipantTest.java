package org.warmhandoff.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;

class ParticipantTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Participant participant(
            String born, Gender gender, Household household, String zip, String language) {
        return Participant.of(
                new Client(
                        new OrganizationId("harbor"),
                        new ClientId("client-0001"),
                        new Name("Maria", "Garcia"),
                        Optional.of(LocalDate.parse(born)),
                        gender,
                        household,
                        Optional.of("1420 E Pine St"),
                        Optional.of(new Zip(zip)),
                        Optional.empty(),
                        language,
                        List.of(Need.FOOD, Need.SAFETY, Need.HOUSING),
                        List.of(new EmailAddress("maria@example.org")),
                        List.of(new PhoneNumber("+12065550142")),
                        new SafeContact(false, "ask for her sister"),
                        1),
                TODAY);
    }

    @Test
    void a_receiver_sees_what_is_needed_and_nobody() {
        Participant participant =
                participant("1985-03-07", Gender.WOMAN, new Household(1, List.of(2, 11)), "98122", "es");
        assertThat(participant.ageBandLabel()).isEqualTo("35-44");
        assertThat(participant.genderLabel()).isEqualTo("Woman");
        assertThat(participant.householdLabel()).isEqualTo("1 adult, 2 children (0-5, 6-12)");
        assertThat(participant.languageLabel()).isEqualTo("Spanish, interpreter needed");
        assertThat(participant.area()).contains("981");
        assertThat(participant.areaLabel()).isEqualTo("ZIP 981xx");
        assertThat(participant.needsLabel()).isEqualTo("Food, Housing & shelter");
        assertThat(participant.toString())
                .doesNotContain("Maria", "Garcia", "1985", "Pine", "98122", "2065550142", "sister");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 0-5",
        "2020-11-23, 0-5",
        "2020-11-22, 6-12",
        "2013-11-22, 13-17",
        "2008-11-23, 13-17",
        "2008-11-22, 18-24",
        "1937-11-22, 85-89",
        "1936-11-23, 85-89",
        "1936-11-22, 90+",
        "1900-01-01, 90+",
        "2026-11-23, Not stated"
    })
    void an_age_is_a_band(String born, String band) {
        assertThat(participant(born, Gender.MAN, new Household(1, List.of()), "98122", "en")
                        .ageBandLabel())
                .isEqualTo(band);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03601", "05901", "06390", "10201", "20301", "20501", "36901", "55601", "69201", "79001", "82101",
                "82301", "83001", "83101", "87801", "87901", "88401", "89001", "89301"
            })
    void an_area_with_few_people_is_000(String zip) {
        assertThat(participant("1985-03-07", Gender.WOMAN, new Household(1, List.of()), zip, "en")
                        .area())
                .contains("000");
    }

    @Test
    void a_large_family_is_not_counted() {
        assertThat(ParticipantHousehold.of(new Household(2, List.of(1, 2, 14))).label())
                .isEqualTo("2 adults, 3 children (2 of 0-5, 13-17)");
        assertThat(ParticipantHousehold.of(new Household(2, List.of(1, 2, 3, 14)))
                        .label())
                .isEqualTo("6+ people, with children (0-5, 13-17)");
        assertThat(ParticipantHousehold.of(new Household(7, List.of())).label()).isEqualTo("6+ people");
        assertThat(ParticipantHousehold.of(new Household(0, List.of(16))).label())
                .isEqualTo("1 child (13-17)");
    }

    @Test
    void where_three_rare_things_meet_gender_household_and_area_are_left_out() {
        Household large = new Household(6, List.of());
        Participant two = participant("1930-01-01", Gender.WOMAN, large, "98122", "es");
        assertThat(two.householdLabel()).isEqualTo("6+ people");
        Participant three = participant("1930-01-01", Gender.WOMAN, large, "98122", "so");
        assertThat(three.gender()).isEmpty();
        assertThat(three.household()).isEmpty();
        assertThat(three.area()).isEmpty();
        assertThat(three.ageBandLabel()).isEqualTo("90+");
        assertThat(three.languageLabel()).isEqualTo("Somali, interpreter needed");
        assertThat(three.householdLabel()).isEqualTo("Not stated");
    }

    @Test
    void what_a_client_does_not_say_is_not_said() {
        assertThat(participant("1985-03-07", Gender.UNDISCLOSED, new Household(1, List.of()), "98122", "en")
                        .genderLabel())
                .isEqualTo("Not stated");
    }
}
