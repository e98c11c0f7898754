package org.warmhandoff.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.words.Words;

/**
 * What a client is found by: the words of the name (from their beginning), the digits of a phone, a mail address.
 *
 * <p>A store keeps {@link #of} beside the client and asks for all that begin with {@link Query#prefix}; what it finds it
 * then asks {@link Query#matches}, since a query of several words is looked up by one of them alone.
 */
public final class ClientWords {

    private static final int FEWEST_DIGITS = 3;
    private static final int LAST_DIGITS = 4;
    private static final int LOCAL_DIGITS = 7;
    private static final int NATIONAL_DIGITS = 10;

    private ClientWords() {}

    /** The words under which a client is kept, in order. */
    public static Set<String> of(Client client) {
        var words = new TreeSet<String>();
        words.addAll(Words.of(client.name().given()));
        words.addAll(Words.of(client.name().family()));
        // "de la Cruz" is found as "delacruz" and "O'Brien" as "brien" too.
        words.add(String.join("", Words.of(client.name().family())));
        words.addAll(Words.of(client.name().full().replaceAll("['’]", " ")));
        client.phones().stream().map(PhoneNumber::digits).forEach(digits -> addDigits(words, digits));
        client.emails().stream().map(EmailAddress::value).forEach(words::add);
        words.remove("");
        return words;
    }

    /** People remember a number with or without its country, without its area, or by its end. */
    private static void addDigits(Set<String> words, String digits) {
        words.add(digits);
        for (int length : new int[] {NATIONAL_DIGITS, LOCAL_DIGITS, LAST_DIGITS}) {
            if (digits.length() > length) {
                words.add(digits.substring(digits.length() - length));
            }
        }
    }

    /** What was typed into the search, or absent when it holds nothing to look for. */
    public static Optional<Query> query(String typed) {
        String text = typed.strip();
        if (text.contains("@")) {
            String address = text.toLowerCase(Locale.ROOT);
            return Optional.of(new Query(List.of(address)));
        }
        String digits = Words.digits(text);
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        if (!letters && digits.length() >= FEWEST_DIGITS) {
            return Optional.of(new Query(List.of(digits)));
        }
        List<String> words = Words.of(text);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Query(words));
    }

    /** Every word of it begins some word of the client. */
    public record Query(List<String> words) {

        public Query {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a query has a word");
            }
        }

        /** The word to look up: the longest leaves the fewest to go through. */
        public String prefix() {
            return words.stream()
                    .reduce((one, other) -> other.length() > one.length() ? other : one)
                    .orElseThrow();
        }

        public boolean matches(Set<String> clientWords) {
            return words.stream().allMatch(word -> clientWords.stream().anyMatch(known -> known.startsWith(word)));
        }

        public boolean matches(Client client) {
            return matches(ClientWords.of(client));
        }
    }
}
