package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Person;

/** Every page and every email that a client meets, in both languages, in a browser without scripts. */
@ExtendWith(Opened.class)
class ClientPagesTest {

    private static final String RESOURCES = "/c/[^/]+";
    private static final String FEEDBACK = "/f/[^/]+";
    private static final String UNSUBSCRIBE = "/u/[^/]+";
    private static final String FOOD = "rainier-food-pantry";

    private static Walk walk;
    private static Member dana;
    private static Visitor visitor;

    @BeforeAll
    static void begin(Walk shared, Chromium chromium) {
        walk = shared;
        dana = walk.signIn(DANA);
        visitor = new Visitor(walk, chromium);
    }

    @AfterAll
    static void end() {
        if (visitor != null) {
            visitor.close();
        }
    }

    /** What clients read, in each language. */
    enum Language {
        EN(
                "Information - Warm Handoff",
                "Here is the information for you",
                "Call",
                "Tell us how it went",
                "Did you get help from ",
                "Send my answer",
                "Choose one of the three answers",
                "Yes, I've received services",
                "No, I did not receive services",
                "I'm no longer interested",
                "What got in the way?",
                "Choose a reason, or tick that you would like help",
                "Your caseworker knows that you would like help.",
                "Change my answer",
                "Back to the information",
                "Leave this page",
                "Español",
                "Save my choice",
                "Choose whether to stop these emails",
                "You will get no more emails at ",
                "Get these emails again",
                "Nothing has changed",
                "You will get our emails at "),
        ES(
                "Información - Warm Handoff",
                "Aquí está su información",
                "Llamar al",
                "Cuéntenos cómo le fue",
                "¿Recibió ayuda de ",
                "Enviar mi respuesta",
                "Elija una de las tres respuestas",
                "Sí, recibí los servicios",
                "No, no recibí los servicios",
                "Ya no me interesa",
                "¿Qué se lo impidió?",
                "Elija un motivo o marque que le gustaría recibir ayuda",
                "La persona que lleva su caso sabe que usted quiere ayuda.",
                "Cambiar mi respuesta",
                "Volver a la información",
                "Salir de esta página",
                "English",
                "Guardar mi elección",
                "Elija si quiere dejar de recibir estos correos",
                "Ya no recibirá más correos en ",
                "Volver a recibir estos correos",
                "No ha cambiado nada",
                "Volverá a recibir nuestros correos en ");

        final String title;
        final String heading;
        final String call;
        final String tell;
        final String question;
        final String send;
        final String answerMissing;
        final String yes;
        final String no;
        final String notInterested;
        final String why;
        final String whyMissing;
        final String helpAsked;
        final String change;
        final String back;
        final String leave;
        final String otherLanguage;
        final String save;
        final String choiceMissing;
        final String stopped;
        final String again;
        final String kept;
        final String resubscribed;

        Language(String... said) {
            int i = 0;
            title = said[i++];
            heading = said[i++];
            call = said[i++];
            tell = said[i++];
            question = said[i++];
            send = said[i++];
            answerMissing = said[i++];
            yes = said[i++];
            no = said[i++];
            notInterested = said[i++];
            why = said[i++];
            whyMissing = said[i++];
            helpAsked = said[i++];
            change = said[i++];
            back = said[i++];
            leave = said[i++];
            otherLanguage = said[i++];
            save = said[i++];
            choiceMissing = said[i++];
            stopped = said[i++];
            again = said[i++];
            kept = said[i++];
            resubscribed = said[i++];
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static List<String> share(Person person, List<String> referrals, boolean text) {
        var share = Json.object().put("consent", true).put("email", person.email());
        if (text) {
            share.put("phone", person.phone());
        }
        referrals.forEach(share.putArray("referralIds")::add);
        Answer shared = dana.post("/api/shares", share);
        assertThat(shared.status()).as(shared.body()).isEqualTo(201);
        return referrals;
    }

    private static String status(String id) {
        return dana.row(id).path("status").asText();
    }

    @ParameterizedTest
    @EnumSource
    void finds_the_places_says_how_it_went_and_changes_the_answer(Language said) {
        Person person = walk.client("Quillon", "Wexforde", said.code());
        String plain = walk.program().listing();
        List<String> ids = share(person, dana.refer(person.id(), FOOD, plain), true);
        JsonNode first = walk.lastMessage(person.email());
        visitor.readsMail(first, "mail: first, " + said);
        assertThat(first.path("subject").asText()).doesNotContain("Food", "Quillon");
        visitor.backToPages();

        String resources = walk.link(person.email(), RESOURCES);
        visitor.opens(resources, 200, "resources, " + said)
                .headed(said.heading)
                .reads(said.call + " 206-555-", said.leave, "911", "988", "211")
                .readsNothingOf("Quillon", "Wexforde", "harbor-");
        Page page = visitor.page();
        assertThat(page.title()).isEqualTo(said.title);
        assertThat(page.locator("a.leave").getAttribute("href")).isEqualTo("https://www.weather.gov/");
        assertThat(page.locator("a.leave").getAttribute("rel")).contains("noreferrer");
        assertThat(page.locator(".card").count()).isEqualTo(2);
        assertThat(page.locator(".card a.call[href^='tel:+1']").count()).isGreaterThanOrEqualTo(2);
        assertThat(page.locator(".card a[href*='maps']").count()).isEqualTo(2);
        assertThat(page.locator(".letter").count()).isZero();
        // The way out stays in sight at the end of the page too.
        page.locator("footer").scrollIntoViewIfNeeded();
        assertThat(page.locator("a.leave").boundingBox().y).isBetween(-0.5, 0.5);
        visitor.follows(said.otherLanguage, "resources in the other language, from " + said);
        assertThat(page.title()).isNotEqualTo(said.title);
        visitor.follows(said == Language.EN ? "English" : "Español", "resources in the first language again")
                .headed(said.heading);

        visitor.follows(said.tell, "question, " + said)
                .reads(said.question, said.yes, said.no, said.notInterested)
                .findsNothingChosen()
                .presses(said.send, 422, "question without an answer, " + said)
                .faulted("answer", said.answerMissing)
                .chooses("NO")
                .presses(said.send, 200, "thanks for No, " + said)
                .reads(said.no, said.why)
                .presses(said == Language.EN ? "Send" : "Enviar", 422, "thanks without a reason, " + said)
                .faulted("barrier", said.whyMissing)
                .chooses("NOT_REACHED")
                .chooses("yes")
                .presses(said == Language.EN ? "Send" : "Enviar", 200, "told why, " + said)
                .reads(said.helpAsked);
        assertThat(dana.notes(ids.get(0))).contains("No, I did not receive services");
        assertThat(status(ids.get(0))).isEqualTo("SENT");
        visitor.follows(said.change, "question again, " + said)
                .findsNothingChosen()
                .chooses("NOT_INTERESTED")
                .presses(said.send, 200, "thanks for no longer interested, " + said)
                .reads(said.notInterested)
                .follows(said.back, "resources after an answer, " + said);
        assertThat(status(ids.get(0))).isEqualTo("CANCELED");
        assertThat(dana.notes(ids.get(0))).contains("I'm no longer interested in services");

        // The second place is asked about on the day after the first would have been.
        walk.pass("P9D");
        JsonNode followUp = walk.messages(person.email()).getLast();
        visitor.readsMail(followUp, "mail: follow-up, " + said);
        visitor.backToPages();
        // The text's letter is beside its program whichever link opens the page.
        for (String address : List.of(person.email(), person.phone())) {
            visitor.opens(walk.link(address, RESOURCES), 200, "resources with a letter, " + said);
            assertThat(page.locator(".card .letter").allInnerTexts()).containsExactly("A");
        }
        visitor.opens(walk.link(person.email(), FEEDBACK), 200, "asked, " + said)
                .reads(said.question + "Walk Program ")
                .chooses("YES")
                .presses(said.send, 200, "thanks for Yes, " + said)
                .reads(said.yes);
        assertThat(status(ids.get(1))).isEqualTo("SERVICE_COMPLETED");
    }

    @ParameterizedTest
    @EnumSource
    void stops_the_emails_and_takes_it_back(Language said) {
        Person person = walk.client("Quillon", "Wexforde", said.code());
        share(person, dana.refer(person.id(), FOOD), false);
        visitor.opens(walk.link(person.email(), UNSUBSCRIBE), 200, "unsubscribe, " + said)
                .presses(said.save, 422, "unsubscribe without a choice, " + said)
                .faulted("choice", said.choiceMissing)
                .chooses("KEEP")
                .presses(said.save, 200, "kept, " + said)
                .headed(said.kept);
        assertThat(visitor.page().title()).isEqualTo(said.title);
        visitor.opens(walk.link(person.email(), UNSUBSCRIBE), 200, "unsubscribe again, " + said)
                .chooses("STOP")
                .presses(said.save, 200, "stopped, " + said)
                .reads(said.stopped + "c•••@walks.example.org");
        assertThat(dana.channel("email", person.email())).isEqualTo("OPTED_OUT");
        visitor.follows(said.again, "stopped already, " + said)
                .chooses("RESUBSCRIBE")
                .presses(said.save, 200, "subscribed again, " + said)
                .reads(said.resubscribed);
        assertThat(dana.channel("email", person.email())).isEqualTo("SUBSCRIBED");
    }

    @Test
    void of_a_place_that_must_not_be_named_the_mail_carries_the_link_alone() {
        Person person = walk.client("Quillon", "Wexforde", "es");
        String id = dana.refer(person.id(), safe()).getFirst();
        share(person, List.of(id), false);
        JsonNode mail = walk.lastMessage(person.email());
        visitor.readsMail(mail, "mail: the link alone");
        visitor.backToPages();
        String program = dana.referral(id).at("/listing/program").asText();
        assertThat(mail.path("html").asText()
                        + mail.path("text").asText()
                        + mail.path("subject").asText())
                .doesNotContain(program, "tel:+12065550150");
        visitor.opens(walk.link(person.email(), RESOURCES), 200, "resources with a hidden address")
                .reads("Llame para pedir la dirección")
                .follows("Cuéntenos cómo le fue", "question that names no place")
                .reads("¿Recibió ayuda del lugar que le indicamos?");
    }

    /** A program for safety whose address is hidden. */
    private static String safe() {
        for (JsonNode listing : dana.get("/api/listings?limit=100").json().path("listings")) {
            if (listing.path("safety").asBoolean()
                    && listing.path("addressHidden").asBoolean()
                    && listing.path("referable").asBoolean()) {
                return listing.path("id").asText();
            }
        }
        throw new AssertionError("the network has no such listing");
    }

    @Test
    void the_pages_outlive_the_referral_and_end_in_words() {
        Person person = walk.client("Quillon", "Wexforde", "en");
        String id = dana.refer(person.id(), FOOD).getFirst();
        share(person, List.of(id), true);
        String resources = walk.link(person.email(), RESOURCES);
        walk.text(person.phone(), "STOP");
        assertThat(dana.post("/api/referrals/" + id + "/withdraw").status()).isEqualTo(200);
        visitor.opens(resources, 200, "resources of a withdrawn referral")
                .follows("Tell us how it went", "question of it");
        visitor.chooses("YES").presses("Send my answer", 200, "thanks, though withdrawn");
        assertThat(status(id)).isEqualTo("WITHDRAWN");
        visitor.opens(resources + "/2", 404, "a place beyond the basket");
        walk.pass("P40D");
        visitor.opens(resources, 410, "resources, expired")
                .headed("This link has ended")
                .reads("Leave this page", "911", "211", "Este enlace ya no funciona");
    }

    @Test
    void sits_for_the_pictures_of_the_docs() {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        for (Map.Entry<String, String> client :
                Map.of("harbor-0004", "en", "harbor-0001", "es").entrySet()) {
            JsonNode emails = dana.get("/api/clients/" + client.getKey()).json().path("emails");
            String email = emails.path(0).path("address").asText();
            var share = Json.object().put("consent", true).put("email", email);
            dana.refer(client.getKey(), FOOD, "st-brigid-night-shelter").forEach(share.putArray("referralIds")::add);
            assertThat(dana.post("/api/shares", share).status()).isEqualTo(201);
            String resources = walk.link(email, RESOURCES);
            boolean english = client.getValue().equals("en");
            if (english) {
                visitor.opens(resources, 200, "resources").pictured("client-resources");
            }
            visitor.opens(resources + "/1?lang=" + client.getValue(), 200, "question")
                    .pictured(english ? "client-feedback" : "client-feedback-es");
        }
    }
}
