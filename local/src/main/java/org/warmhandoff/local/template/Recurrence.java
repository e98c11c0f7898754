package org.warmhandoff.local.template;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rate(5 minutes)}. Rules by {@code cron} are refused until one is needed. */
public record Recurrence(Duration every) {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    static Recurrence parse(String expression, String where) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateProblem(where, "the local system does not know the rule " + expression);
        }
        long n = Long.parseLong(rate.group(1));
        return new Recurrence(
                switch (rate.group(2)) {
                    case "minute" -> Duration.ofMinutes(n);
                    case "hour" -> Duration.ofHours(n);
                    default -> Duration.ofDays(n);
                });
    }

    public Instant after(Instant last) {
        return last.plus(every);
    }
}
