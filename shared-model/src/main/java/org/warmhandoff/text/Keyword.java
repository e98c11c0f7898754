package org.warmhandoff.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.text.Reading.Answered;
import org.warmhandoff.text.Reading.Help;
import org.warmhandoff.text.Reading.LetteredAnswer;
import org.warmhandoff.text.Reading.OptIn;
import org.warmhandoff.text.Reading.OptOut;
import org.warmhandoff.text.Reading.Unclear;
import org.warmhandoff.words.WordSet;
import org.warmhandoff.words.Words;

/**
 * Reads what clients text back. Our number is two-way with self-managed opt-outs, so no carrier reads STOP for us.
 *
 * <p>Sources. Words that revoke consent for certain: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel,
 * unsubscribe), and the union of Twilio's and AWS's lists (STOPALL, OPTOUT, OPT-OUT, REMOVE, ARRET, TD). The same rule counts
 * any other words by which a reasonable person would understand a wish to stop: {@link Wishes}. Words that bring back:
 * START, YES and UNSTOP (the seed).
 *
 * <p>The order is opt-out, help, opt-in (where the number has opted out), answer. So YES from a number that has opted out
 * subscribes and never answers, and from any other it answers. A plain NO is an answer and never an opt-out.
 */
public final class Keyword {

    /** Ten parts: nobody says more in a text, and no phrase needs more to be found. */
    private static final int LONGEST = 1600;

    private static final Set<String> OUT = WordSet.of("""
            stop stopall unsubscribe cancel end quit revoke optout remove arret td alto parar pare paren para
            baja cancelar cancela cancele detener basta terminar desuscribir desuscribirme stopp stpo sotp stp
            sto stip stopl unsuscribe unsubcribe unsubscribed unsub spam enough cease
            """);

    /** One word out of two or three. */
    private static final Map<String, String> JOINED = Map.of(
            "opt out",
            "optout",
            "stop all",
            "stopall",
            "opt in",
            "optin",
            "un subscribe",
            "unsubscribe",
            "un stop",
            "unstop",
            "no mas",
            "nomas",
            "no more",
            "nomore");

    private static final Set<String> OUT_ALONE = Set.of("nomas", "nomore");

    private static final Set<String> HELP = Set.of("help", "info", "ayuda", "informacion");

    private static final Set<String> IN = WordSet.of("""
            start unstop optin subscribe resume resubscribe iniciar comenzar reanudar alta
            """);

    private static final Set<String> IN_WHEN_OUT = Set.of("yes", "si");

    /** What goes with a keyword and changes nothing. */
    private static final Set<String> COURTESY = WordSet.of("""
            please pls plz thanks thank thx ty you now ok okay me it this these all texts text messages message
            msgs sms the sir maam hi hello asap again today immediately por favor gracias ya los mensajes textos
            hola necesito i need want quiero
            """);

    private static final Map<String, Answer> ANSWERS = answers();

    private static final Set<String> REACTIONS =
            Set.of("liked", "loved", "disliked", "emphasized", "questioned", "reacted", "laughed", "removed");

    private Keyword() {}

    /** What this text means from a number that has, or has not, opted out. */
    public static Reading read(String body, boolean optedOut) {
        String text = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
        List<String> words = joined(letterByLetter(Words.of(text)));
        if (words.isEmpty() || isReaction(text, words)) {
            return new Unclear();
        }
        String phrase = String.join(" ", words);
        if (Wishes.wrongNumber(phrase)) {
            return new OptOut(true);
        }
        if (saysOut(words) || Wishes.toStop(spaced(phrase))) {
            return new OptOut(false);
        }
        if (saysOneOf(HELP, words).isPresent()) {
            return new Help();
        }
        Optional<String> in = saysOneOf(IN, words);
        if (in.isEmpty() && optedOut) {
            in = saysOneOf(IN_WHEN_OUT, words);
        }
        if (in.isPresent()) {
            return new OptIn(in.get().toUpperCase(Locale.ROOT));
        }
        return answer(words);
    }

    /** {@code S T O P} and {@code s.t.o.p} are one word. */
    private static List<String> letterByLetter(List<String> words) {
        boolean apart = words.size() >= 3
                && words.stream().allMatch(word -> word.length() == 1 && Character.isLetter(word.charAt(0)));
        return apart ? List.of(String.join("", words)) : words;
    }

    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String pair = i + 1 < words.size() ? words.get(i) + " " + words.get(i + 1) : "";
            String one = JOINED.get(pair);
            if (one != null) {
                joined.add(one);
                i++;
            } else {
                joined.add(words.get(i));
            }
        }
        return joined;
    }

    /** The phrases of {@link Wishes} are written as people write them. */
    private static String spaced(String phrase) {
        return phrase.replace("nomas", "no mas").replace("nomore", "no more");
    }

    /** Phones send a reaction as a text that quotes ours, and ours says how to stop. */
    private static boolean isReaction(String text, List<String> words) {
        return REACTIONS.contains(words.getFirst()) && text.codePoints().anyMatch(each -> "\"“”„«".indexOf(each) >= 0);
    }

    private static boolean saysOut(List<String> words) {
        if (words.size() == 1 && OUT_ALONE.contains(words.getFirst())) {
            return true;
        }
        boolean said = false;
        for (String word : words) {
            if (OUT.contains(word) || OUT_ALONE.contains(word)) {
                said = true;
            } else if (!COURTESY.contains(word) && !ANSWERS.containsKey(word)) {
                return false;
            }
        }
        return said && !isOutOfPlace(words);
    }

    /** "para mi" is "for me", and "end" after "the" ends nothing. */
    private static boolean isOutOfPlace(List<String> words) {
        return words.size() > 1
                && Collections.disjoint(words, WordSet.of("""
            please pls plz now ya favor me it all this
            """))
                && words.stream()
                        .filter(OUT::contains)
                        .allMatch(Set.of("para", "end", "info", "sto", "enough")::contains);
    }

    private static Optional<String> saysOneOf(Set<String> keywords, List<String> words) {
        Optional<String> said = Optional.empty();
        for (String word : words) {
            if (keywords.contains(word)) {
                said = said.or(() -> Optional.of(word));
            } else if (!COURTESY.contains(word)) {
                return Optional.empty();
            }
        }
        return said;
    }

    private static Reading answer(List<String> words) {
        Optional<Answer> whole = said(words);
        if (whole.isPresent()) {
            return new Answered(whole.get());
        }
        List<String> apart = apart(words);
        return lettered(apart.getFirst(), apart.subList(1, apart.size()))
                .or(() -> lettered(apart.getLast(), apart.subList(0, apart.size() - 1)))
                .orElseGet(() -> courteous(words));
    }

    /** {@code yes}, and {@code 1 yes} as our text has it; what contradicts itself is no answer. */
    private static Optional<Answer> said(List<String> words) {
        Optional<Answer> whole = Optional.ofNullable(ANSWERS.get(String.join(" ", words)));
        if (whole.isPresent() || words.size() < 2 || !isDigit(words.getFirst())) {
            return whole;
        }
        Answer number = ANSWERS.get(words.getFirst());
        return said(words.subList(1, words.size())).filter(worded -> worded == number);
    }

    /** {@code yes thanks}, {@code ok 1}. "No thanks" is left out: it may mean either of two answers. */
    private static Reading courteous(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        rest.removeIf(WordSet.of("""
            please thanks thank you thx ty ok okay gracias hi hello hola sir maam
            """)::contains);
        boolean plainNo = rest.size() == 1 && ANSWERS.get(rest.getFirst()) == Answer.NO && !isDigit(rest.getFirst());
        return plainNo || rest.isEmpty()
                ? new Unclear()
                : said(rest).<Reading>map(Answered::new).orElseGet(Unclear::new);
    }

    private static boolean isDigit(String word) {
        return word.length() == 1 && Character.isDigit(word.charAt(0));
    }

    /** {@code a1} and {@code 1a} are two words. */
    private static List<String> apart(List<String> words) {
        String first = words.getFirst();
        if (first.length() != 2 || (!isDigit(first.substring(0, 1)) && !isDigit(first.substring(1)))) {
            return words;
        }
        List<String> apart = new ArrayList<>(List.of(first.substring(0, 1), first.substring(1)));
        apart.addAll(words.subList(1, words.size()));
        return apart;
    }

    private static Optional<Reading> lettered(String letter, List<String> words) {
        char named = Character.toUpperCase(letter.charAt(0));
        if (letter.length() != 1 || LetteredAnswer.LETTERS.indexOf(named) < 0) {
            return Optional.empty();
        }
        return said(words).map(answer -> new LetteredAnswer(named, answer));
    }

    private static Map<String, Answer> answers() {
        Map<String, Answer> answers = new HashMap<>();
        for (String yes : List.of(
                "1",
                "yes",
                "y",
                "si",
                "yep",
                "yeah",
                "yup",
                "one",
                "uno",
                "yes i did",
                "yes i have",
                "yes i got help",
                "yes i received services",
                "yes ive received services",
                "yes i have received services",
                "i got help",
                "yes they helped",
                "yes they helped me",
                "they helped me",
                "yes i got it",
                "ive received services",
                "si recibi ayuda",
                "recibi ayuda",
                "me ayudaron",
                "si me ayudaron",
                "si recibi servicios",
                "si recibi los servicios")) {
            answers.put(yes, Answer.YES);
        }
        for (String no : List.of(
                "2",
                "no",
                "n",
                "nope",
                "two",
                "dos",
                "not yet",
                "no not yet",
                "no i did not",
                "no i didnt",
                "i did not",
                "i didnt",
                "no i have not",
                "no i havent",
                "no i did not receive services",
                "no they did not",
                "no they didnt",
                "no they did not help",
                "no they didnt help",
                "no they did not help me",
                "no they didnt help me",
                "they did not help me",
                "they didnt help me",
                "i did not receive services",
                "todavia no",
                "no todavia",
                "aun no",
                "no todavia no",
                "no recibi ayuda",
                "no me ayudaron",
                "no no me ayudaron",
                "todavia no me ayudaron",
                "no recibi servicios",
                "no no recibi servicios")) {
            answers.put(no, Answer.NO);
        }
        for (String none : List.of(
                "3",
                "three",
                "tres",
                "not interested",
                "no longer interested",
                "im no longer interested",
                "i am no longer interested",
                "im not interested",
                "i am not interested",
                "not interested anymore",
                "im no longer interested in services",
                "i am no longer interested in services",
                "no not interested",
                "no im not interested",
                "no im no longer interested",
                "no me interesa",
                "ya no me interesa",
                "no estoy interesado",
                "no estoy interesada",
                "ya no estoy interesado",
                "ya no estoy interesada")) {
            answers.put(none, Answer.NOT_INTERESTED);
        }
        return Map.copyOf(answers);
    }
}
