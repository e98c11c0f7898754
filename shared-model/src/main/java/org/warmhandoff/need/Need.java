package org.warmhandoff.need;

import java.util.List;
import java.util.Optional;

/**
 * What a client needs and a listing offers. The names are the codes of the API.
 *
 * <p>Each carries its Open Eligibility code (as listings are exchanged in HSDS) and the Gravity categories (as referrals are
 * exported in FHIR). Digital access has no Open Eligibility code, and Gravity gives legal needs no category of their own.
 */
public enum Need {
    FOOD("Food", "1102", "food-insecurity"),
    HOUSING("Housing & shelter", "1103", "housing-instability", "homelessness", "inadequate-housing"),
    UTILITIES("Utilities", "1138", "utility-insecurity"),
    TRANSPORTATION("Transportation", "1105", "transportation-insecurity"),
    MONEY("Money & benefits", "1107", "financial-insecurity"),
    HOUSEHOLD_GOODS("Household goods", "1104", "material-hardship"),
    EMPLOYMENT("Employment", "1110", "employment-status"),
    EDUCATION("Education & childcare", "1109", "educational-attainment"),
    LEGAL("Legal", "1111", "sdoh-category-unspecified"),
    HEALTH("Health & coverage", "1106", "health-insurance-coverage-status", "medical-cost-burden"),
    MENTAL_HEALTH("Mental health & support", "1303", "stress", "social-connection"),
    SAFETY("Safety", "1123", "intimate-partner-violence", "elder-abuse"),
    DIGITAL_ACCESS("Digital access", null, "digital-access"),
    VETERANS("Veterans", "20010", "veteran-status"),
    LANGUAGE("Language", "1390", "language-access");

    private final String label;
    private final String openEligibility;
    private final String gravity;

    Need(String label, String openEligibility, String... gravity) {
        this.label = label;
        this.openEligibility = openEligibility;
        this.gravity = String.join(" ", gravity);
    }

    public String label() {
        return label;
    }

    /** The code in the Open Eligibility taxonomy, where it has one. */
    public Optional<String> openEligibility() {
        return Optional.ofNullable(openEligibility);
    }

    /** The categories of Gravity's SDOH Clinical Care guide, the nearest first. */
    public List<String> gravity() {
        return List.of(gravity.split(" "));
    }

    public static Optional<Need> ofCode(String code) {
        for (Need need : values()) {
            if (need.name().equals(code)) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }
}
