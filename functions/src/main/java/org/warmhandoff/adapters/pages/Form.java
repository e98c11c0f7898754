package org.warmhandoff.adapters.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A form as its page must carry it.
 *
 * @param action the path that it posts to, query included
 * @param hidden sent back as they are
 * @param again whether the form came back without fault of its sender (too fast, too old, the decoy filled in): the page
 *     asks to send it once more
 * @param problems what is wrong with it, in the order of the fields; empty on a first visit
 * @param ticked whether its one box was ticked when it came back; never on a first visit
 */
public record Form(String action, List<Hidden> hidden, boolean again, List<Problem> problems, boolean ticked) {
    /**
     * The field that no person sees and no person fills in. Whoever does is a machine: its form is shown again and
     * nothing happens.
     */
    public static final String DECOY = "leave-empty";

    public Form {
        Objects.requireNonNull(action);
        hidden = List.copyOf(hidden);
        problems = List.copyOf(problems);
    }

    public static Form to(String action) {
        return new Form(action, List.of(), false, List.of(), false);
    }

    /** This form with one more hidden input. */
    public Form with(String name, String value) {
        var more = new ArrayList<>(hidden);
        more.add(new Hidden(name, value));
        return new Form(action, more, again, problems, ticked);
    }

    /** This form, asking to be sent once more. */
    public Form shownAgain() {
        return new Form(action, hidden, true, problems, ticked);
    }

    /** This form with its box as the visitor left it. */
    public Form ticked(boolean left) {
        return new Form(action, hidden, again, problems, left);
    }

    public Form faulty(Problem... what) {
        return faulty(List.of(what));
    }

    public Form faulty(List<Problem> what) {
        return new Form(action, hidden, again, what, ticked);
    }

    /** The first problem of this field, or null: templates ask. */
    public Problem problemOf(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    public boolean isFaulty() {
        return !problems.isEmpty();
    }
}
