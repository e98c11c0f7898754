package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.warmhandoff.adapters.mail.AddressMailView;
import org.warmhandoff.adapters.mail.ClientFirstMailView;
import org.warmhandoff.adapters.mail.ClientFollowUpMailView;
import org.warmhandoff.adapters.mail.ReferralMailView;

/** A small believable network to look at, and the same with hostile words in every field. */
public final class Samples {
    public static final Brand BRAND = new Brand(
            "Warm Handoff",
            "https://care.example.org",
            "1200 Alder Street, Seattle, WA 98101",
            "+12065550100",
            "+12065550111",
            "help@care.example.org");

    public static final String TOKEN = "Zk3vQ9xWm2Lr8TbYc5NdHg";
    public static final Instant SENT = Instant.parse("2026-11-24T23:10:00Z");
    public static final Instant ANSWERED = Instant.parse("2026-11-25T17:42:00Z");
    public static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    public static final String REFERENCE = "7K2M-9QFT";
    public static final String SHELTER = "Rainier Night Shelter";

    public static final String NOTES =
            "Has slept in the car with one child since last Thursday. Works mornings, can come any day after 2 PM.\n"
                    + "A lower bunk would help.";

    public static final List<Choice> REASONS = List.of(
            new Choice("NOT_ELIGIBLE", "The client is not eligible"),
            new Choice("NO_CAPACITY", "We have no capacity right now"),
            new Choice("WAITLIST_ONLY", "We only have a waitlist right now"),
            new Choice("NO_FUNDS", "We are out of funds or supplies"),
            new Choice("OUT_OF_AREA", "The client is outside our service area"),
            new Choice("SERVICE_NOT_OFFERED", "We do not offer this service"),
            new Choice("ALREADY_SERVED", "We already serve this client"),
            new Choice("NEED_MORE_INFO", "Information or documents are missing"),
            new Choice("LANGUAGE_OR_ACCESS", "We cannot meet a language or access need"),
            new Choice("DUPLICATE", "This is a duplicate referral"),
            new Choice("WRONG_CONTACT", "This reached the wrong organization or address"),
            new Choice("OTHER", "Other"));

    private Samples() {}

    public static Form form(String path) {
        return Form.to(path).with("n", "1780000000.Yq8.0d2b5a").with("v", "3");
    }

    public static ParticipantView participant() {
        return new ParticipantView(
                "25-34",
                "Woman",
                "1 adult, 1 child (6-12)",
                "Spanish, interpreter needed",
                "ZIP codes starting with 981",
                List.of("Housing and shelter", "Food"),
                "Urgent");
    }

    public static SenderView sender() {
        return new SenderView(
                "Harbor Family Services",
                "Housing Desk",
                "Dana Ortiz",
                "+12065550142",
                "dana.ortiz@harbor.example.org",
                "Mon to Fri, 9 AM to 5 PM");
    }

    public static ClientPage page(String language, String path) {
        return new ClientPage(language, path, "Harbor Family Services", "+12065550142");
    }

    public static List<ResourceView> resources(String path) {
        return List.of(
                new ResourceView(
                        1,
                        "Rainier Food Bank",
                        "Rainier Neighbors",
                        "A",
                        "Groceries for a week, twice a month. Fresh produce on Thursdays.",
                        "4210 Rainier Ave S, Seattle, WA 98118",
                        false,
                        List.of("+12065550177"),
                        "Tue and Thu 10 AM to 4 PM\nSat 9 AM to 12 noon",
                        "Come in during open hours. No appointment.",
                        "Something that shows your address. No ID needed.",
                        "Anybody in south Seattle",
                        List.of("English", "Spanish", "Somali"),
                        "https://www.rainierfood.example.org/",
                        path + "/1"),
                new ResourceView(
                        2,
                        "Harbor Safe House",
                        "Harbor Safe House",
                        "",
                        "",
                        "12 Hidden Lane",
                        true,
                        List.of("+12065550123", "+18005550199"),
                        "Day and night",
                        "Call first. Somebody answers at any hour.",
                        "",
                        "",
                        List.of("English", "Spanish"),
                        "",
                        path + "/2"),
                new ResourceView(
                        3,
                        "Pioneer Legal Aid",
                        "Pioneer Law Center",
                        "B",
                        "",
                        "800 Third Ave, Suite 210, Seattle, WA 98104",
                        false,
                        List.of("+12065550166"),
                        "Mon to Fri 9 AM to 5 PM",
                        "Call to make an appointment.",
                        "Letters that you got from your landlord",
                        "",
                        List.of(),
                        "pioneerlegal.example.org",
                        path + "/3"));
    }

    static AcceptConfirmView accept() {
        return new AcceptConfirmView(
                form("/r/" + TOKEN + "/accept"),
                "/r/" + TOKEN + "/reject",
                REFERENCE,
                SHELTER,
                participant(),
                sender(),
                NOTES,
                false,
                SENT,
                SEATTLE);
    }

    static AcceptConfirmView accept(Form form) {
        var view = accept();
        return new AcceptConfirmView(
                form,
                view.rejectPath(),
                view.reference(),
                view.program(),
                view.participant(),
                view.sender(),
                view.notes(),
                true,
                view.sentAt(),
                view.zone());
    }

    static RejectFormView reject(Form form, String reason, String details) {
        return new RejectFormView(
                form,
                "/r/" + TOKEN + "/accept",
                REFERENCE,
                SHELTER,
                REASONS,
                reason,
                details,
                participant(),
                sender(),
                NOTES,
                false,
                SENT,
                SEATTLE);
    }

    static AnsweredView answered(AnsweredView.Arrival arrival, boolean accepted) {
        return new AnsweredView(
                form("/r/" + TOKEN + "/undo"),
                arrival,
                accepted,
                REFERENCE,
                SHELTER,
                ANSWERED,
                "The link in our email to i•••@rainier.example.org",
                accepted ? "" : "Other",
                accepted ? "" : "We close for repairs until 3 December.",
                sender(),
                SEATTLE);
    }

    static ManageEmailsView manage(ManageEmailsView.Receiving receiving, Form form) {
        return new ManageEmailsView(
                form,
                receiving,
                SHELTER,
                "Rainier Neighbors",
                "i•••@rainier.example.org",
                form.isFaulty() ? "o•••@rainier.example.org" : "",
                form.isFaulty() ? "CHANGE_ADDRESS" : "",
                form.isFaulty() ? "office at rainier" : "",
                "");
    }

    static FeedbackThanksView thanks(String language, String answer, boolean asksWhy, boolean named) {
        String path = "/c/" + TOKEN + "/1";
        return new FeedbackThanksView(
                page(language, path + "?p=proof"),
                form(path),
                answer,
                named,
                "Rainier Food Bank",
                path + "?change=1",
                asksWhy,
                "",
                false,
                !asksWhy,
                "/c/" + TOKEN);
    }

    public static ReferralMailView referralMail(boolean part2) {
        String r = BRAND.publicAddress() + "/r/" + TOKEN + "Q2Lr8TbYc5NdHgQ2Lr8Tb";
        return new ReferralMailView(
                REFERENCE,
                SHELTER,
                "Rainier Neighbors",
                participant(),
                sender(),
                NOTES,
                part2,
                SENT,
                SEATTLE,
                r + "/accept",
                r + "/reject",
                BRAND.publicAddress() + "/m/" + TOKEN,
                BRAND.publicAddress() + "/u/" + TOKEN);
    }

    public static AddressMailView addressMail() {
        return new AddressMailView(
                SHELTER,
                "Rainier Neighbors",
                "i•••@rainier.example.org",
                "o•••@rainier.example.org",
                BRAND.publicAddress() + "/a/" + TOKEN,
                ANSWERED.plusSeconds(72 * 3600),
                SEATTLE);
    }

    public static ClientFirstMailView firstMail(String language, boolean linkAlone) {
        return new ClientFirstMailView(
                language,
                "Harbor Family Services",
                "+12065550142",
                !linkAlone,
                linkAlone ? List.of() : resources(""),
                BRAND.publicAddress() + "/c/" + TOKEN,
                BRAND.publicAddress() + "/u/" + TOKEN);
    }

    public static ClientFollowUpMailView followUpMail(String language, boolean named) {
        return new ClientFollowUpMailView(
                language,
                "Harbor Family Services",
                named,
                "Rainier Food Bank",
                BRAND.publicAddress() + "/f/" + TOKEN,
                BRAND.publicAddress() + "/u/" + TOKEN);
    }
}
