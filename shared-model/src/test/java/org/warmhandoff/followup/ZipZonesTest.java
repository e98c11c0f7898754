package org.warmhandoff.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contact.Zip;

class ZipZonesTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "98101, America/Los_Angeles, Seattle",
        "10001, America/New_York, New York",
        "60601, America/Chicago, Chicago",
        "80202, America/Denver, Denver",
        "85001, America/Phoenix, Phoenix has no summer time",
        "86001, America/Phoenix, Flagstaff",
        "86515, America/Denver, Window Rock has",
        "96813, Pacific/Honolulu, Honolulu",
        "96799, Pacific/Pago_Pago, American Samoa shares the area of Hawaii",
        "96910, Pacific/Guam, Guam",
        "99501, America/Anchorage, Anchorage",
        "99801, America/Juneau, Juneau",
        "99546, America/Adak, Adak",
        "00901, America/Puerto_Rico, San Juan",
        "00802, America/Puerto_Rico, St. Thomas",
        "02108, America/New_York, Boston",
        "46204, America/Indiana/Indianapolis, Indianapolis",
        "46402, America/Chicago, Gary",
        "47708, America/Chicago, Evansville",
        "40202, America/New_York, Louisville",
        "42001, America/Chicago, Paducah",
        "48226, America/Detroit, Detroit",
        "32501, America/Chicago, Pensacola",
        "32301, America/New_York, Tallahassee",
        "37203, America/Chicago, Nashville",
        "37402, America/New_York, Chattanooga",
        "38103, America/Chicago, Memphis",
        "37902, America/New_York, Knoxville",
        "57701, America/Denver, Rapid City",
        "57104, America/Chicago, Sioux Falls",
        "79901, America/Denver, El Paso",
        "79401, America/Chicago, Lubbock",
        "83702, America/Boise, Boise",
        "83814, America/Los_Angeles, Coeur d'Alene",
        "97914, America/Boise, Ontario in Oregon",
        "97201, America/Los_Angeles, Portland",
        "69361, America/Denver, Scottsbluff",
        "68102, America/Chicago, Omaha",
        "58601, America/Denver, Dickinson",
        "20001, America/New_York, Washington",
        "89101, America/Los_Angeles, Las Vegas"
    })
    void a_zip_code_has_the_zone_of_its_place(String zip, String zone, String place) {
        assertThat(ZipZones.of(new Zip(zip))).as(place).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000", "09012", "34002", "96201", "00312"})
    void military_and_unassigned_areas_have_none(String zip) {
        assertThat(ZipZones.of(new Zip(zip))).isEmpty();
    }

    @Test
    void the_client_comes_first_then_the_zip_code_then_the_organization() {
        ZoneId own = ZoneId.of("America/Denver");
        ZoneId organization = ZoneId.of("America/Chicago");
        Optional<Zip> seattle = Optional.of(new Zip("98101"));
        assertThat(ZipZones.zoneFor(Optional.of(own), seattle, organization)).isEqualTo(own);
        assertThat(ZipZones.zoneFor(Optional.empty(), seattle, organization))
                .isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(ZipZones.zoneFor(Optional.empty(), Optional.empty(), organization))
                .isEqualTo(organization);
        assertThat(ZipZones.zoneFor(Optional.empty(), Optional.of(new Zip("09012")), organization))
                .isEqualTo(organization);
    }
}
