package org.warmhandoff.adapters.http;

import java.util.List;

/** Fields that cannot be taken as they are, all of them at once. */
public final class InvalidRequest extends RequestRefused {

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super(Problem.invalid(errors));
        this.errors = List.copyOf(errors);
    }

    public InvalidRequest(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
