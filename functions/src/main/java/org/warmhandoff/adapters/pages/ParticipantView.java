package org.warmhandoff.adapters.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The anonymized participant in plain words; what is empty is left out of the table. */
public record ParticipantView(
        String ageBand,
        String gender,
        String household,
        String language,
        String area,
        List<String> needs,
        String urgency) {
    public ParticipantView {
        ageBand = Objects.requireNonNullElse(ageBand, "");
        gender = Objects.requireNonNullElse(gender, "");
        household = Objects.requireNonNullElse(household, "");
        language = Objects.requireNonNullElse(language, "");
        area = Objects.requireNonNullElse(area, "");
        needs = List.copyOf(needs);
        urgency = Objects.requireNonNullElse(urgency, "");
    }

    /** A line of the table. */
    public record Row(String label, String value) {}

    /** The lines that have something to say, in one order on page, email and text twin. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(new Row("Needs", String.join(", ", needs)));
        rows.add(new Row("Urgency", urgency));
        rows.add(new Row("Age", ageBand));
        rows.add(new Row("Gender", gender));
        rows.add(new Row("Household", household));
        rows.add(new Row("Language", language));
        rows.add(new Row("Area", area));
        rows.removeIf(row -> row.value().isBlank());
        return List.copyOf(rows);
    }
}
