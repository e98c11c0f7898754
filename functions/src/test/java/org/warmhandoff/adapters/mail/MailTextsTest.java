package org.warmhandoff.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.adapters.pages.Gallery;
import org.warmhandoff.adapters.pages.ParticipantView;
import org.warmhandoff.adapters.pages.Samples;
import org.warmhandoff.adapters.pages.SenderView;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MailTextsTest {
    private static final Map<String, Mail> MAILS = Gallery.mails();
    private static final MailTexts TEXTS = new MailTexts(Samples.BRAND);

    static Stream<String> mails() {
        return MAILS.keySet().stream();
    }

    private static Document html(String name) {
        return Jsoup.parse(MAILS.get(name).html());
    }

    private static String link(Document mail, String text) {
        return mail.select("a").stream()
                .filter(a -> a.text().equals(text))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    @Nested
    class Every_email {
        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.mail.MailTextsTest#mails")
        void needs_no_image_runs_nothing_and_reads_in_dark(String name) {
            var mail = html(name);
            assertThat(mail.select("script, img, link, iframe, form, [src]")).isEmpty();
            assertThat(mail.selectFirst("meta[name=color-scheme]").attr("content"))
                    .isEqualTo("light dark");
            assertThat(mail.selectFirst("html").attr("lang")).isEqualTo(name.endsWith("-es") ? "es" : "en");
            assertThat(mail.select("h1")).hasSize(1);
            assertThat(mail.selectFirst("table[width=600]")).isNotNull();
            assertThat(MAILS.get(name).html().length()).isLessThan(24 * 1024);
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.mail.MailTextsTest#mails")
        void has_a_text_twin_with_the_same_links(String name) {
            String text = MAILS.get(name).text();
            html(name)
                    .select("a[href^=https://care]")
                    .eachAttr("href")
                    .forEach(href -> assertThat(text).contains(href));
            assertThat(text).doesNotContain("<", "&amp;", "\n\n\n").endsWith("98101\n");
        }

        @ParameterizedTest
        @MethodSource("org.warmhandoff.adapters.mail.MailTextsTest#mails")
        void names_its_sender_and_the_postal_address(String name) {
            assertThat(html(name).body().text()).contains("Warm Handoff, 1200 Alder Street, Seattle, WA 98101");
        }
    }

    @Nested
    class The_referral {
        private final Document mail = html("referral");

        @Test
        void has_a_subject_without_anything_of_the_client() {
            assertThat(MAILS.get("referral").subject())
                    .isEqualTo("New referral for Rainier Night Shelter (ref 7K2M-9QFT)");
        }

        @Test
        void says_everything_in_the_order_of_its_page() {
            for (String said : List.of(mail.body().text(), MAILS.get("referral").text())) {
                assertThat(said)
                        .containsSubsequence(
                                "Dana Ortiz",
                                "asks whether you can serve this person",
                                "Needs",
                                "Age",
                                "Household",
                                "Language",
                                "Area",
                                "Notes from Dana Ortiz",
                                "Accept Client",
                                "Reject Referral",
                                "206-555-0142",
                                "dana.ortiz@harbor.example.org",
                                "Mon to Fri, 9 AM to 5 PM",
                                "Update your information",
                                "Manage these emails",
                                "Unsubscribe",
                                "You get this email because",
                                "1200 Alder Street");
                assertThat(said).doesNotContain("42 CFR");
            }
        }

        @Test
        void carries_the_two_buttons_and_the_two_ways_out() {
            assertThat(link(mail, "Accept Client")).endsWith("/accept");
            assertThat(link(mail, "Reject Referral")).endsWith("/reject");
            assertThat(link(mail, "Manage these emails")).contains("/m/");
            assertThat(link(mail, "Unsubscribe")).contains("/u/");
        }

        @Test
        void shows_need_and_area_beside_the_subject() {
            assertThat(mail.selectFirst("body > div").text())
                    .isEqualTo("Housing and shelter · Food · ZIP codes starting with 981");
        }

        @Test
        void carries_the_notice_of_part_2_where_it_must() {
            assertThat(html("referral-part2").body().text()).contains("42 CFR part 2 prohibits unauthorized use");
            assertThat(MAILS.get("referral-part2").text()).contains("42 CFR part 2 prohibits unauthorized use");
        }

        @Test
        void keeps_a_hostile_program_out_of_its_header_and_its_markup() {
            String hostile = "Café \r\nBcc: a@b.example \u2028<script>alert(1)</script> 家 " + "x".repeat(200);
            var view = Samples.referralMail(false);
            var mail = TEXTS.referral(new ReferralMailView(
                    view.reference(),
                    hostile,
                    hostile,
                    new ParticipantView(hostile, hostile, hostile, hostile, hostile, List.of(hostile), hostile),
                    new SenderView(hostile, hostile, hostile, hostile, hostile, hostile),
                    hostile,
                    true,
                    view.sentAt(),
                    view.zone(),
                    view.acceptLink(),
                    view.rejectLink(),
                    view.manageLink(),
                    view.unsubscribeLink()));
            assertThat(mail.subject())
                    .matches("[\\x20-\\x7E]+")
                    .startsWith("New referral for Cafe Bcc: a@b.example")
                    .endsWith(" (ref 7K2M-9QFT)")
                    .hasSizeLessThan(130);
            assertThat(Jsoup.parse(mail.html()).select("script")).isEmpty();
        }
    }

    @Nested
    class The_first_message {
        @ParameterizedTest
        @ValueSource(strings = {"en", "es"})
        void lists_every_place_and_no_hidden_address(String language) {
            for (String said : List.of(
                    html("first-" + language).body().text(),
                    MAILS.get("first-" + language).text())) {
                assertThat(said)
                        .containsSubsequence(
                                "Rainier Food Bank",
                                "4210 Rainier Ave S",
                                "206-555-0177",
                                "Tue and Thu",
                                "Come in during open hours",
                                "Something that shows your address",
                                "Harbor Safe House",
                                "206-555-0123",
                                "Pioneer Legal Aid")
                        .doesNotContain("Hidden Lane");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"first-alone-en", "first-alone-es"})
        void carries_the_link_alone_and_promises_nothing_where_it_must(String name) {
            assertThat(html(name).body().text() + MAILS.get(name).text())
                    .doesNotContain("Rainier", "Food", "Safe House", "Legal", "In a week", "En una semana")
                    .contains("https://care.example.org/c/" + Samples.TOKEN);
        }

        @Test
        void has_a_subject_that_names_neither_service_nor_need() {
            assertThat(MAILS.get("first-en").subject()).isEqualTo("Information from Harbor Family Services");
            assertThat(MAILS.get("first-alone-es").subject()).isEqualTo("Información de Harbor Family Services");
        }
    }

    @Nested
    class The_follow_up {
        @Test
        void asks_for_services_and_offers_the_three_answers() {
            var mail = html("follow-up-en");
            assertThat(mail.selectFirst("h1").text()).isEqualTo("Did you receive services from Rainier Food Bank?");
            assertThat(mail.select("li").eachText())
                    .containsExactly(
                            "Yes, I've received services",
                            "No, I did not receive services",
                            "I'm no longer interested");
            assertThat(link(mail, "Answer")).isEqualTo("https://care.example.org/f/" + Samples.TOKEN);
            assertThat(link(mail, "Unsubscribe")).isEqualTo("https://care.example.org/u/" + Samples.TOKEN);
            assertThat(link(html("follow-up-es"), "Cancelar suscripción")).contains("/u/");
        }

        @ParameterizedTest
        @ValueSource(strings = {"follow-up-unnamed-en", "follow-up-unnamed-es"})
        void does_not_name_a_place_that_must_not_be_named(String name) {
            assertThat(MAILS.get(name).subject()
                            + MAILS.get(name).html()
                            + MAILS.get(name).text())
                    .doesNotContain("Rainier Food Bank");
        }
    }

    @Nested
    class A_change_of_address {
        @Test
        void is_confirmed_canceled_and_undone_by_its_link() {
            String link = "https://care.example.org/a/" + Samples.TOKEN;
            assertThat(link(html("address-confirm"), "Confirm this address")).isEqualTo(link);
            assertThat(link(html("address-notice"), "Cancel this change")).isEqualTo(link);
            assertThat(link(html("address-changed"), "Undo this change")).isEqualTo(link);
            assertThat(html("address-undone").select("a[href*=/a/]")).isEmpty();
        }

        @Test
        void shows_both_addresses_masked() {
            assertThat(MAILS.get("address-notice").text())
                    .contains("o•••@rainier.example.org", "i•••@rainier.example.org", "Sat 28 Nov, 9:42 AM PST");
        }
    }
}
