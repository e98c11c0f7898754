package org.warmhandoff.adapters.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.adapters.pages.AnsweredView.Arrival;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesTest {
    private static final Map<String, String> GALLERY = Gallery.pages();
    private static final Pages PAGES = new Pages(Samples.BRAND);

    static Stream<String> pages() {
        return GALLERY.keySet().stream();
    }

    static Stream<String> forms() {
        return pages().filter(name -> GALLERY.get(name).contains("<form"));
    }

    private static Document page(String name) {
        return Jsoup.parse(GALLERY.get(name));
    }

    @Nested
    class Every_page {
        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void stays_under_15_kilobytes(String name) {
            assertThat(GALLERY.get(name).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15 * 1024);
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void runs_nothing_and_loads_nothing(String name) {
            var page = page(name);
            assertThat(page.select("script, link, img, iframe, object, embed, video, audio, svg, [src], [srcset]"))
                    .isEmpty();
            assertThat(page.select("[style]")).isEmpty();
            assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            assertThat(GALLERY.get(name)).doesNotContain("url(", "@import");
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void has_one_style_of_the_announced_hash(String name) throws Exception {
            var styles = page(name).select("style");
            assertThat(styles).hasSize(1);
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(styles.getFirst().data().getBytes(StandardCharsets.UTF_8));
            assertThat(Pages.STYLE_HASH)
                    .isEqualTo("sha256-" + Base64.getEncoder().encodeToString(hash));
            assertThat(Pages.CONTENT_SECURITY_POLICY)
                    .contains("style-src '" + Pages.STYLE_HASH + "'")
                    .contains("default-src 'none'", "form-action 'self'");
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void names_its_language_its_heading_and_its_landmarks(String name) {
            var page = page(name);
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(name.matches(".*-es(-.*)?") ? "es" : "en");
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main#main")).hasSize(1);
            assertThat(page.select("header, footer")).hasSize(2);
            assertThat(page.selectFirst("a.skip").attr("href")).isEqualTo("#main");
            assertThat(page.selectFirst("meta[name=viewport]").attr("content")).doesNotContain("maximum-scale");
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void has_a_title_that_tells_nothing_of_the_case(String name) {
            assertThat(page(name).title())
                    .endsWith(" - Warm Handoff")
                    .doesNotContain("Rainier", "Harbor", "Ortiz", "7K2M", "Food", "Shelter");
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void refers_only_to_ids_that_exist_and_are_unique(String name) {
            var page = page(name);
            var ids = page.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
            Stream.of("aria-describedby", "aria-labelledby", "for")
                    .flatMap(attribute -> page.select("[" + attribute + "]").eachAttr(attribute).stream())
                    .flatMap(value -> Stream.of(value.split(" ")))
                    .forEach(id -> assertThat(ids).contains(id));
            page.select("a[href^=#]")
                    .eachAttr("href")
                    .forEach(href -> assertThat(ids).contains(href.substring(1)));
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void leaves_the_origin_only_by_plain_links_without_referrer(String name) {
            page(name)
                    .select("a[href^=http]")
                    .forEach(link -> assertThat(link.attr("rel")).contains("noreferrer"));
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#pages")
        void does_not_skip_a_level_of_headings(String name) {
            int before = 0;
            for (Element heading : page(name).select("h1, h2, h3")) {
                int level = heading.tagName().charAt(1) - '0';
                // The summary of problems stands above the heading of its page, as in the patterns that people know.
                if (before > 0) {
                    assertThat(level).isLessThanOrEqualTo(before + 1);
                }
                before = level;
            }
        }
    }

    @Nested
    class Every_form {
        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#forms")
        void is_the_only_one_and_posts_to_its_own_path_with_its_hidden_inputs(String name) {
            var forms = page(name).select("form");
            assertThat(forms).hasSize(1);
            var form = forms.getFirst();
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.attr("action")).startsWith("/");
            assertThat(form.selectFirst("input[type=hidden][name=n]").val()).isEqualTo("1780000000.Yq8.0d2b5a");
            assertThat(form.selectFirst("input[type=hidden][name=v]").val()).isEqualTo("3");
            assertThat(form.select("button[type=submit]")).hasSize(1);
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#forms")
        void labels_each_of_its_fields(String name) {
            var page = page(name);
            page.select("input:not([type=hidden]), textarea")
                    .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                            .as(field.outerHtml())
                            .hasSize(1));
            page.select("input[type=radio]")
                    .forEach(radio -> assertThat(radio.closest("fieldset"))
                            .as(radio.outerHtml())
                            .isNotNull());
            page.select("fieldset")
                    .forEach(set -> assertThat(set.select("> legend")).hasSize(1));
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#forms")
        void has_a_decoy_that_no_person_meets(String name) {
            var decoy = page(name).selectFirst("input[name=" + Form.DECOY + "]");
            assertThat(decoy.val()).isEmpty();
            assertThat(decoy.attr("tabindex")).isEqualTo("-1");
            assertThat(decoy.attr("autocomplete")).isEqualTo("off");
            assertThat(decoy.closest("[aria-hidden=true]").hasClass("vh")).isTrue();
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.pages.PagesTest#forms")
        void says_what_is_wrong_on_top_and_beside_the_field(String name) {
            var page = page(name);
            var summary = page.selectFirst(".problems");
            assertThat(page.title().startsWith("Error: ")).isEqualTo(summary != null);
            if (summary == null) {
                assertThat(page.select(".wrong")).isEmpty();
                return;
            }
            assertThat(summary.attr("role")).isEqualTo("alert");
            for (var link : summary.select("a")) {
                var field = page.getElementById(link.attr("href").substring(1));
                assertThat(field.is("input, textarea")).isTrue();
                var beside = page.getElementById(field.attr("name") + "-wrong");
                assertThat(beside.text()).isEqualTo("Error: " + link.text());
                var described = field.is("[type=radio]") ? field.closest("fieldset") : field;
                assertThat(described.attr("aria-describedby").split(" ")).contains(beside.id());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "r-accept",
                    "r-reject",
                    "r-undo",
                    "r-accepted-LATER",
                    "m-SUBSCRIBED",
                    "m-UNSUBSCRIBED",
                    "a-CONFIRM",
                    "a-CANCEL",
                    "a-UNDO",
                    "f-en",
                    "f-es",
                    "f-no-en",
                    "u-en",
                    "u-en-stopped",
                    "u-receiver-en"
                })
        void has_nothing_chosen_for_the_visitor(String name) {
            var page = page(name);
            assertThat(page.select("input[type=radio], input[type=checkbox]")).isNotEmpty();
            assertThat(page.select("[checked], [type=hidden][name=confirm]")).isEmpty();
        }
    }

    @Nested
    class The_receiver {
        @Test
        void sees_the_participant_the_notes_and_the_caseworker_before_accepting() {
            var page = page("r-accept");
            assertThat(page.select("th").eachText())
                    .containsExactly("Needs", "Urgency", "Age", "Gender", "Household", "Language", "Area");
            assertThat(page.body().text())
                    .contains("Notes from Dana Ortiz", "Has slept in the car", "206-555-0142", "7K2M-9QFT")
                    .doesNotContain("42 CFR");
            assertThat(page.selectFirst("label[for=confirm]").text()).isEqualTo("We can serve this person");
            assertThat(page.selectFirst("button").text()).isEqualTo("Yes, Accept Client");
            assertThat(page.selectFirst("a:contains(No, Reject Referral)").attr("href"))
                    .isEqualTo("/r/" + Samples.TOKEN + "/reject");
        }

        @Test
        void finds_no_row_for_what_is_not_told() {
            var view = Samples.accept();
            var short_ = new AcceptConfirmView(
                    view.form(),
                    view.rejectPath(),
                    view.reference(),
                    view.program(),
                    new ParticipantView("", "", "", "", "", List.of("Safety"), null),
                    view.sender(),
                    "",
                    true,
                    view.sentAt(),
                    view.zone());
            var page = Jsoup.parse(PAGES.acceptConfirm(short_));
            assertThat(page.select("th").eachText()).containsExactly("Needs");
            assertThat(page.body().text()).contains("42 CFR part 2 prohibits").doesNotContain("Notes from");
        }

        @Test
        void keeps_what_was_typed_and_reads_why_the_form_came_back() {
            var again = page("r-accept-again");
            assertThat(again.selectFirst("[role=status]").text()).contains("send this once more");
            var details = page("r-reject-details");
            assertThat(details.selectFirst("input[value=OTHER]").hasAttr("checked"))
                    .isTrue();
            assertThat(details.selectFirst(".problems").text()).contains("Write a few words");
            assertThat(page("r-reject-missing").selectFirst("textarea").val()).isEqualTo("Some details");
            var address = page("m-problem");
            assertThat(address.selectFirst("#address").val()).isEqualTo("office at rainier");
            assertThat(address.selectFirst("input[value=CHANGE_ADDRESS]").hasAttr("checked"))
                    .isTrue();
        }

        @Test
        void chooses_among_the_given_reasons_in_their_order() {
            assertThat(page("r-reject").select("input[name=reason]").eachAttr("value"))
                    .isEqualTo(Samples.REASONS.stream().map(Choice::code).toList());
        }

        @Test
        void undoes_with_one_press_right_after_answering() {
            var form = page("r-accepted-JUST_ANSWERED").selectFirst("form");
            assertThat(form.attr("action")).isEqualTo("/r/" + Samples.TOKEN + "/undo");
            assertThat(form.selectFirst("input[name=confirm]").attr("type")).isEqualTo("hidden");
            assertThat(form.selectFirst("input[name=confirm]").val()).isEqualTo("yes");
            assertThat(form.selectFirst("button").text()).isEqualTo("Undo Now");
        }

        @ParameterizedTest
        @EnumSource(
                value = Arrival.class,
                names = {"LATER", "OVERTAKEN"})
        void is_asked_for_a_tick_on_a_later_visit(Arrival arrival) {
            var confirm = page("r-rejected-" + arrival).selectFirst("input[name=confirm]");
            assertThat(confirm.attr("type")).isEqualTo("checkbox");
        }

        @ParameterizedTest
        @EnumSource(Arrival.class)
        void reads_what_was_answered_and_nothing_of_the_participant(Arrival arrival) {
            assertThat(page("r-accepted-" + arrival).body().text())
                    .contains("accepted", "7K2M-9QFT", "Wed 25 Nov, 9:42 AM PST", "206-555-0142")
                    .doesNotContain("25-34", "Spanish", "981 ", "slept");
            assertThat(page("r-rejected-" + arrival).body().text())
                    .contains("rejected", "Other", "We close for repairs")
                    .doesNotContain("25-34", "Spanish", "slept");
        }

        @ParameterizedTest
        @EnumSource(ClosedView.How.class)
        void meets_a_sentence_of_its_own_and_no_form_when_nothing_is_asked_any_more(ClosedView.How how) {
            var page = page("r-closed-" + how);
            assertThat(page.select("form, input, table")).isEmpty();
            assertThat(page.selectFirst("h1").text())
                    .isEqualTo(
                            switch (how) {
                                case WITHDRAWN -> "This referral was withdrawn";
                                case CANCELED -> "This referral was canceled";
                                case COMPLETED -> "This referral is complete";
                            });
            assertThat(page.body().text())
                    .contains("Dana Ortiz", "206-555-0142")
                    .doesNotContain(" .");
        }

        @Test
        void manages_emails_by_four_choices() {
            assertThat(page("m-SUBSCRIBED").select("input[name=choice]").eachAttr("value"))
                    .containsExactly("KEEP", "UNSUBSCRIBE", "CHANGE_ADDRESS", "CONTACT");
            assertThat(page("m-SUBSCRIBED").body().text())
                    .contains("About the referral network", "i•••@rainier.example.org");
            assertThat(page("m-UNSUBSCRIBED").body().text()).contains("Start receiving emails again");
            assertThat(page("m-BOUNCING").body().text()).contains("came back");
            // Only another address helps: a choice that would do nothing is not offered.
            assertThat(page("m-BOUNCING").select("input[name=choice]").eachAttr("value"))
                    .containsExactly("UNSUBSCRIBE", "CHANGE_ADDRESS", "CONTACT");
            assertThat(page("m-done-UNSUBSCRIBED").selectFirst("main a").attr("href"))
                    .isEqualTo("/m/" + Samples.TOKEN);
        }
    }

    @Nested
    class The_client {
        @Test
        void finds_each_place_with_its_telephone_its_map_and_its_letter() {
            var cards = page("c-en").select(".card");
            assertThat(cards).hasSize(3);
            var food = cards.getFirst();
            assertThat(food.selectFirst("a.call").attr("href")).isEqualTo("tel:+12065550177");
            assertThat(food.selectFirst("a[href*=maps]").attr("href"))
                    .endsWith("query=4210+Rainier+Ave+S%2C+Seattle%2C+WA+98118");
            assertThat(food.selectFirst(".letter").text()).isEqualTo("A");
            assertThat(food.selectFirst("a.alt").attr("href")).isEqualTo("/c/" + Samples.TOKEN + "/1");
            assertThat(food.selectFirst("a.alt").text()).isEqualTo("Tell us how it went: Rainier Food Bank");
            assertThat(cards.get(1).select(".letter")).isEmpty();
            assertThat(cards.get(2).selectFirst("a[href*=pioneer]").attr("href"))
                    .isEqualTo("https://pioneerlegal.example.org");
        }

        @Test
        void never_finds_a_hidden_address() {
            assertThat(GALLERY.get("c-en")).doesNotContain("Hidden Lane").contains("Call for the address");
        }

        @ParameterizedTest
        @ValueSource(strings = {"c-en", "c-es", "f-en", "f-unnamed-es", "f-no-en", "u-en", "u-es-STOPPED"})
        void may_leave_at_once_call_for_help_and_change_the_language(String name) {
            var page = page(name);
            assertThat(page.selectFirst("a.leave").attr("href")).isEqualTo("https://www.weather.gov/");
            assertThat(page.select(".sos a").eachAttr("href")).containsExactly("tel:911", "tel:988", "tel:211");
            var other = page.selectFirst(".langs a");
            assertThat(other.attr("href")).endsWith(name.contains("-es") ? "lang=en" : "lang=es");
        }

        @Test
        void keeps_the_query_when_changing_the_language() {
            assertThat(Samples.page("en", "/f/x?p=proof").in("es")).isEqualTo("/f/x?p=proof&lang=es");
            assertThat(Samples.page("en", "/f/x").in("es")).isEqualTo("/f/x?lang=es");
        }

        @Test
        void is_asked_one_question_with_three_answers() {
            var page = page("f-en");
            assertThat(page.selectFirst("h1").text()).isEqualTo("Did you get help from Rainier Food Bank?");
            assertThat(page.select("input[name=answer]").eachAttr("value"))
                    .containsExactly("YES", "NO", "NOT_INTERESTED");
            assertThat(page.select("label.tile").eachText())
                    .containsExactly(
                            "Yes, I've received services",
                            "No, I did not receive services",
                            "I'm no longer interested");
            assertThat(page.selectFirst("button").text()).isEqualTo("Send my answer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"f-unnamed-en", "f-unnamed-es", "f-no-told-en", "f-no-told-es"})
        void does_not_read_the_name_of_a_place_that_must_not_be_named(String name) {
            assertThat(page(name).selectFirst("main").text()).doesNotContain("Rainier", "Harbor Safe");
        }

        @Test
        void may_say_after_a_no_what_got_in_the_way_and_ask_for_help() {
            var page = page("f-no-en");
            assertThat(page.select("input[name=barrier]").eachAttr("value")).isEqualTo(FeedbackThanksView.BARRIERS);
            assertThat(page.selectFirst("input[name=help]").val()).isEqualTo("yes");
            assertThat(page.selectFirst("a:contains(Change my answer)").attr("href"))
                    .contains("change=1");
            assertThat(page("f-yes-en").select("form")).isEmpty();
            assertThat(page("f-gone-es").select("form")).isEmpty();
        }

        @Test
        void is_offered_only_the_choices_that_make_sense_now() {
            assertThat(page("u-en").select("input[name=choice]").eachAttr("value"))
                    .containsExactly("STOP", "KEEP");
            assertThat(page("u-en-stopped").select("input[name=choice]").eachAttr("value"))
                    .containsExactly("RESUBSCRIBE", "STOP");
            assertThat(page("u-en-STOPPED").selectFirst("h1").text())
                    .isEqualTo("You will get no more emails at j•••@example.org");
            assertThat(page("u-en-STOPPED").selectFirst("main a").attr("href")).isEqualTo("/u/" + Samples.TOKEN);
        }
    }

    @Nested
    class Hostile_words {
        static final String HOSTILE =
                "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></textarea></style><h1>{0} ${x} @if &amp; javascript:alert(1)";

        private static void harmless(String html) {
            var page = Jsoup.parse(html);
            assertThat(page.select("script, img, [onerror]")).isEmpty();
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("[href^=javascript]")).isEmpty();
            assertThat(page.text()
                            + page.select("textarea").eachAttr("value")
                            + page.select("input").eachAttr("value"))
                    .contains("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>")
                    .contains("{0} ${x} @if &amp; javascript:alert(1)");
        }

        private final SenderView sender = new SenderView(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        private final ParticipantView participant =
                new ParticipantView(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, List.of(HOSTILE), HOSTILE);
        private final Form form = Form.to("/r/x/accept").with("n", HOSTILE);

        @Test
        void stay_words_on_the_receivers_pages() {
            harmless(PAGES.acceptConfirm(new AcceptConfirmView(
                    form,
                    "/r/x/reject",
                    HOSTILE,
                    HOSTILE,
                    participant,
                    sender,
                    HOSTILE,
                    true,
                    Samples.SENT,
                    Samples.SEATTLE)));
            harmless(PAGES.rejectForm(new RejectFormView(
                    form.faulty(Problem.DETAILS_PRIVATE),
                    "/r/x/accept",
                    HOSTILE,
                    HOSTILE,
                    List.of(new Choice(HOSTILE, HOSTILE)),
                    HOSTILE,
                    HOSTILE,
                    participant,
                    sender,
                    HOSTILE,
                    false,
                    Samples.SENT,
                    Samples.SEATTLE)));
            for (Arrival arrival : Arrival.values()) {
                harmless(PAGES.answered(new AnsweredView(
                        form,
                        arrival,
                        false,
                        HOSTILE,
                        HOSTILE,
                        Samples.SENT,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        sender,
                        Samples.SEATTLE)));
            }
            for (var receiving : ManageEmailsView.Receiving.values()) {
                harmless(PAGES.manageEmails(new ManageEmailsView(
                        form, receiving, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "CONTACT", HOSTILE, HOSTILE)));
            }
            for (var step : ChangeAddressView.Step.values()) {
                harmless(PAGES.changeAddress(new ChangeAddressView(form, step, HOSTILE, HOSTILE, HOSTILE, HOSTILE)));
            }
        }

        @Test
        void stay_words_on_the_clients_pages() {
            var page = new ClientPage("es", "/c/x", HOSTILE, HOSTILE);
            var resource = new ResourceView(
                    1,
                    HOSTILE,
                    HOSTILE + "!",
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    false,
                    List.of(HOSTILE),
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    List.of(HOSTILE),
                    "javascript:alert(1)",
                    "/c/x/1");
            harmless(PAGES.clientResources(new ClientResourcesView(page, List.of(resource))));
            harmless(PAGES.feedback(new FeedbackView(page, form, true, HOSTILE, HOSTILE)));
            harmless(PAGES.unsubscribe(new UnsubscribeView(page, form, false, HOSTILE, true, HOSTILE)));
        }
    }

    @Nested
    class A_dead_end {
        private static final List<String> ALL = List.of(
                PAGES.notFound(),
                PAGES.gone(),
                PAGES.waitALittle(),
                PAGES.foreign(),
                PAGES.unreadable(),
                PAGES.tooLong(),
                PAGES.error());

        @Test
        void says_the_same_to_everybody_and_names_somebody_to_call() {
            for (String html : ALL) {
                var page = Jsoup.parse(html);
                assertThat(page.select("form")).isEmpty();
                assertThat(page.select("main a").eachAttr("href"))
                        .containsExactly("tel:+12065550111", "mailto:help@care.example.org");
                assertThat(page.select("main [lang=es]")).isNotEmpty();
                // It may be a client who came, and may be watched.
                assertThat(page.select(".sos a").eachAttr("href")).containsExactly("tel:911", "tel:988", "tel:211");
                assertThat(page.selectFirst("a.leave").attr("href")).isEqualTo("https://www.weather.gov/");
            }
            assertThat(ALL).doesNotHaveDuplicates();
        }

        @Test
        void offers_nobody_when_there_is_nobody() {
            var alone = new Pages(new Brand("Warm Handoff", "https://care.example.org", "", "", "", ""));
            assertThat(Jsoup.parse(alone.gone()).select("main a")).isEmpty();
        }
    }

    @Test
    void every_problem_belongs_to_a_field_of_the_contract() {
        assertThat(Problem.values())
                .allMatch(problem -> Set.of(
                                "confirm", "choice", "reason", "details", "address", "message", "answer", "barrier")
                        .contains(problem.field()));
    }
}
