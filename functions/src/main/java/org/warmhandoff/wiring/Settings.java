package org.warmhandoff.wiring;

import java.util.Map;
import java.util.Optional;

/**
 * The environment of a function, read in one place. What is missing ends the start, by the variable's name. The local system, whose
 * functions share one process and so one environment, may give each its own before it is made, as with {@link SystemClock}.
 */
public final class Settings {

    private static volatile Map<String, String> environment = System.getenv();

    private final Map<String, String> variables;

    public Settings(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The settings of the function that is being made. */
    static Settings ofThisFunction() {
        return new Settings(environment);
    }

    /** Puts other variables in the place of the environment's. */
    public static void replace(Map<String, String> variables) {
        if (System.getenv("AWS_EXECUTION_ENV") != null) {
            throw new IllegalStateException("in Lambda the environment is Lambda's");
        }
        environment = Map.copyOf(variables);
    }

    public String require(String variable) {
        return optional(variable)
                .orElseThrow(() -> new IllegalStateException("the environment variable " + variable + " is not set"));
    }

    /** An empty variable counts as one that is not set. */
    public Optional<String> optional(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** A whole number from 0. */
    public int number(String variable) {
        String value = require(variable);
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, by the variable's name.
        }
        throw new IllegalStateException("the environment variable " + variable + " is no number from 0");
    }

    /** Values may be secrets. */
    @Override
    public String toString() {
        return "Settings" + variables.keySet();
    }
}
