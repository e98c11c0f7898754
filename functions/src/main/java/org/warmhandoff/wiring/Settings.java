package org.warmhandoff.wiring;

import java.util.Map;
import java.util.Optional;

/** The environment of a function, read in one place. What is missing ends the start, by the variable's name. */
public final class Settings {

    private final Map<String, String> variables;

    public Settings(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
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
