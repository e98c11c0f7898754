package org.warmhandoff.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.referral.Answer;
import org.warmhandoff.text.Reading.Answered;
import org.warmhandoff.text.Reading.Help;
import org.warmhandoff.text.Reading.LetteredAnswer;
import org.warmhandoff.text.Reading.OptIn;
import org.warmhandoff.text.Reading.OptOut;
import org.warmhandoff.text.Reading.Unclear;

class KeywordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!!",
                "S T O P",
                "s.t.o.p",
                "ＳＴＯＰ",
                "st\u200bop",
                "STOP 🛑",
                "stop please",
                "\"STOP\"",
                "Stop stop STOP",
                "STOPALL",
                "stop all",
                "UNSUBSCRIBE",
                "Cancel",
                "END",
                "quit",
                "Revoke",
                "OPT OUT",
                "opt-out",
                "OptOut",
                "REMOVE",
                "ARRET",
                "Arrêt",
                "TD",
                "STOP 1",
                "1 stop",
                "No. Stop",
                "ALTO",
                "baja",
                "Cancelar",
                "no más",
                "NO MORE",
                "stpo",
                "spam",
                "stop texting me",
                "Please stop",
                "please stop texting",
                "PLEASE STOP SENDING THESE",
                "I said stop",
                "you can stop now",
                "can you stop texting me",
                "Don't text me",
                "do not text me again",
                "please don’t contact me anymore",
                "never text this number again",
                "dont message me",
                "no more messages",
                "No more texts please",
                "leave me alone",
                "Leave me alone!!",
                "lose my number",
                "take me off your list",
                "remove me",
                "Remove my number from your list",
                "delete my number",
                "i want to opt out",
                "opt me out",
                "unsubscribe me please",
                "I don't want any more texts",
                "I do not want to receive these messages",
                "i dont want to be contacted",
                "quit texting me",
                "I revoke my consent",
                "fuck off",
                "im blocking you",
                "cancel these messages",
                "stop it",
                "i want this to stop",
                "no más mensajes",
                "No mas mensajes por favor",
                "deje de enviarme mensajes",
                "dejen de escribirme",
                "Dejen de mandar mensajes",
                "déjenme en paz",
                "no me manden más mensajes",
                "No me escriban",
                "no quiero recibir más mensajes",
                "ya no quiero mensajes",
                "quítenme de la lista",
                "borren mi número",
                "paren ya",
                "denme de baja",
                "por favor paren",
                "you need to stop",
                "I want to stop",
                "I would like to stop receiving messages",
                "how do I stop getting these texts",
                "cease",
                "please discontinue",
                "do not disturb",
                "leave me be",
                "I do not consent",
                "I never gave my consent",
                "no quiero recibir nada",
                "Para de enviarme mensajes",
                "STOP\nSent from my phone",
                "*STOP*",
                "'stop'",
                "stop/end",
                "Opt_out",
                "¡ALTO!"
            })
    void a_wish_to_stop_is_an_opt_out(String body) {
        assertThat(Keyword.read(body, false)).isEqualTo(new OptOut(false));
        assertThat(Keyword.read(body, true)).isEqualTo(new OptOut(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong number",
                "Wrong number!",
                "You have the wrong number",
                "sorry, wrong person",
                "This is not her number",
                "STOP wrong number",
                "número equivocado",
                "se equivocó de número",
                "Nobody here by that name",
                "wrong # ... wrong number stop"
            })
    void a_wrong_number_is_an_opt_out_that_says_so(String body) {
        assertThat(Keyword.read(body, false)).isEqualTo(new OptOut(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no thanks",
                "I'll stop by tomorrow",
                "can I stop by today?",
                "stop by when you can",
                "Please don't stop",
                "do not stop texting",
                "at the bus stop",
                "they dont call me back",
                "They did not call me",
                "no me llamaron",
                "I went at the end of the week",
                "who is this?",
                "hello",
                "",
                "👍",
                "???",
                "What time do they open",
                "I need more food",
                "there was no more food",
                "para los niños",
                "Liked “Reply STOP to end”",
                "Loved \"Warm Handoff. Text STOP to stop\"",
                "yes but they were closed",
                "maybe",
                "4",
                "12",
                "thanks",
                "ok",
                "I have to cancel my appointment",
                "my son wants to quit school",
                "I want to stop drinking",
                "you need to stop by the office",
                "they stop receiving clients at five",
                "1 no",
                "2 yes",
                "3 no",
                "1 1 2",
                "A 1 no",
                "A 1 B 2",
                "Z4",
                "does it cease to work"
            })
    void what_is_unclear_changes_nothing(String body) {
        assertThat(Keyword.read(body, false)).isEqualTo(new Unclear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "help", "Help me", "INFO", "info?", "ayuda", "AYUDA por favor", "I need help"})
    void help_is_help_for_everybody(String body) {
        assertThat(Keyword.read(body, false)).isEqualTo(new Help());
        assertThat(Keyword.read(body, true)).isEqualTo(new Help());
    }

    @ParameterizedTest
    @CsvSource({
        "START, START",
        "start please, START",
        "Unstop, UNSTOP",
        "un-stop, UNSTOP",
        "YES, YES",
        "yes please, YES",
        "Sí, SI",
        "opt in, OPTIN"
    })
    void who_has_opted_out_comes_back(String body, String word) {
        assertThat(Keyword.read(body, true)).isEqualTo(new OptIn(word));
    }

    @Test
    void yes_answers_from_a_number_that_has_not_opted_out_and_start_never_answers() {
        assertThat(Keyword.read("YES", false)).isEqualTo(new Answered(Answer.YES));
        assertThat(Keyword.read("START", false)).isEqualTo(new OptIn("START"));
        assertThat(Keyword.read("NO", true)).isEqualTo(new Answered(Answer.NO));
    }

    @ParameterizedTest
    @CsvSource({
        "1, YES",
        "yes, YES",
        "Y, YES",
        "sí, YES",
        "SI, YES",
        "1., YES",
        "(1), YES",
        "#1, YES",
        "1️⃣, YES",
        "１, YES",
        "yes thank you, YES",
        "Yes I did, YES",
        "'Yes, I''ve received services', YES",
        "1 yes, YES",
        "'1, yes', YES",
        "1 - Yes!, YES",
        "1 sí, YES",
        "Sí me ayudaron, YES",
        "Me ayudaron, YES",
        "Yes they helped me, YES",
        "yes sir, YES",
        "2 no, NO",
        "2. No, NO",
        "No me ayudaron, NO",
        "2 no me ayudaron, NO",
        "They didn’t help me, NO",
        "3 not interested, NOT_INTERESTED",
        "3: no longer interested, NOT_INTERESTED",
        "2, NO",
        "no, NO",
        "NO!, NO",
        "n, NO",
        "not yet, NO",
        "Todavía no, NO",
        "'No, I did not receive services', NO",
        "3, NOT_INTERESTED",
        "not interested, NOT_INTERESTED",
        "I’m no longer interested, NOT_INTERESTED",
        "Ya no me interesa, NOT_INTERESTED",
        "I'm no longer interested in services, NOT_INTERESTED"
    })
    void a_bare_answer_is_read(String body, Answer answer) {
        assertThat(Keyword.read(body, false)).isEqualTo(new Answered(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "A 1, A, YES",
        "a1, A, YES",
        "1 A, A, YES",
        "1a, A, YES",
        "B: yes, B, YES",
        "b - 2, B, NO",
        "(C) 3, C, NOT_INTERESTED",
        "c no, C, NO",
        "D. not interested, D, NOT_INTERESTED",
        "yes b, B, YES",
        "Ａ１, A, YES",
        "a) si, A, YES",
        "A1 yes, A, YES",
        "A 1 yes, A, YES",
        "b2 no, B, NO",
        "C 3 not interested, C, NOT_INTERESTED"
    })
    void an_answer_may_name_its_letter(String body, char letter, Answer answer) {
        assertThat(Keyword.read(body, false)).isEqualTo(new LetteredAnswer(letter, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y1", "n 2", "A", "A 4", "AB 1", "k yes", "u no"})
    void no_letter_is_guessed(String body) {
        assertThat(Keyword.read(body, false)).isEqualTo(new Unclear());
    }

    @Test
    void a_very_long_text_is_read_as_quickly_as_any() {
        assertThat(Keyword.read("stop by ".repeat(20_000), false)).isInstanceOf(Reading.class);
        assertThat(Keyword.read("no quiero mas ".repeat(20_000), false)).isInstanceOf(Reading.class);
    }
}
