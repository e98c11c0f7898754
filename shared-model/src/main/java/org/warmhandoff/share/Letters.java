package org.warmhandoff.share;

import static org.warmhandoff.text.Reading.LetteredAnswer.LETTERS;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.message.MessageKey;

/** The letters by which a texted answer names its question: {@code A 1}. */
public final class Letters {

    private Letters() {}

    /**
     * A letter for one more question.
     *
     * @param from the open question that loses it, where all were taken: the oldest, whose own link still answers it
     */
    public record Given(String letter, Optional<OpenQuestion> from) {}

    /**
     * The first that no open question of the number has; a question that is asked again keeps its own.
     *
     * @param asking the question that is about to be asked
     * @param open what is open on the number, that question perhaps among it: nobody may know whether it arrived
     */
    public static Given letter(MessageKey asking, Collection<OpenQuestion> open) {
        return open.stream()
                .filter(question -> question.message().equals(asking))
                .findFirst()
                .map(own -> new Given(own.letter(), Optional.empty()))
                .orElseGet(() -> free(open));
    }

    private static Given free(Collection<OpenQuestion> open) {
        Set<String> taken = open.stream().map(OpenQuestion::letter).collect(Collectors.toSet());
        return LETTERS.chars()
                .mapToObj(Character::toString)
                .filter(letter -> !taken.contains(letter))
                .findFirst()
                .map(letter -> new Given(letter, Optional.empty()))
                .orElseGet(() -> oldest(open));
    }

    private static Given oldest(Collection<OpenQuestion> open) {
        OpenQuestion oldest =
                open.stream().min(Comparator.comparing(OpenQuestion::askedAt)).orElseThrow();
        return new Given(oldest.letter(), Optional.of(oldest));
    }
}
