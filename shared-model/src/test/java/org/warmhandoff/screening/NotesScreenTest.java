package org.warmhandoff.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.screening.Finding.Kind;

/** Holds the screen to its figures on the notes in {@code src/test/resources}, and says them. */
class NotesScreenTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Map<String, Client> CLIENTS = Map.ofEntries(
            client(
                    "maria",
                    "María",
                    "García",
                    "1985-03-07",
                    "1420 E Pine St Apt 3",
                    "98122",
                    "maria.garcia85@example.org",
                    "+12065550142"),
            client(
                    "will",
                    "Will",
                    "Young",
                    "1990-12-11",
                    "305 NE 45th St",
                    "98105",
                    "will.young@example.com",
                    "+12065550187"),
            client("rose", "Rose", "Hunter", "1958-10-30", "12 Main St", "98104", "rose@example.net", "+12065550111"),
            client(
                    "obrien",
                    "Siobhán",
                    "O'Brien-Walsh",
                    "1999-02-28",
                    "77 Cherry Ln",
                    "98109",
                    "sio@example.net",
                    "+12535550123"),
            client(
                    "juan",
                    "Juan Carlos",
                    "de la Cruz",
                    "2001-07-05",
                    "Calle Pino 123",
                    "00907",
                    "jc@example.com",
                    "+17875550134"),
            client("li", "Xu", "Li", "1971-01-09", "9 Oak Ct", "94110", "xu.li@example.com", "+14155550155"),
            client(
                    "abdi",
                    "Abdirahman",
                    "Mohamed",
                    "1988-01-01",
                    "8811 Martin Luther King Jr Way S",
                    "98118",
                    "abdi@example.org",
                    "+12065550166"),
            client("hasan", "Hasan", "Asher", "1979-05-05", "4 Elm Pl", "98108", "h.asher@example.org", "+12065550177"),
            client(
                    "khai",
                    "Thị Minh Khai",
                    "Nguyễn",
                    "1966-09-21",
                    "500 S Dearborn St",
                    "98134",
                    "khai66@example.org",
                    "+12065550199"),
            client("may", "May", "Chen", "1992-08-14", "31 Grand Ave", "98144", "maychen@example.org", "+12065550121"),
            client(
                    "kate",
                    "Katherine",
                    "Stephenson",
                    "1949-12-31",
                    "PO Box 4410",
                    "98111",
                    "kate.s@example.org",
                    "+12065550131"),
            client("muller", "Jürgen", "Müller", "1961-04-30", "20 Hill Rd", "98116", "jm@example.org", "+12065550151"),
            client(
                    "grace",
                    "Grace",
                    "Park",
                    "1993-11-02",
                    "2200 Western Ave #410",
                    "98121",
                    "gracepark@example.com",
                    "+12065550100"),
            client(
                    "jose",
                    "José Luis",
                    "Hernández",
                    "1976-06-15",
                    "455 Avenida Juárez",
                    "78207",
                    "jlh76@example.com",
                    "+12105550101"),
            client(
                    "destiny",
                    "Destiny",
                    "Brooks",
                    "2003-01-31",
                    "18 Mill Creek Rd",
                    "30303",
                    "destinyb@example.com",
                    "+14045550102"),
            client(
                    "dung",
                    "Dung",
                    "Tran",
                    "1955-10-10",
                    "9201 35th Ave SW",
                    "98126",
                    "dtran@example.com",
                    "+12065550103"),
            client(
                    "mark",
                    "Mark",
                    "Rivera",
                    "1982-08-08",
                    "600 University St",
                    "98101",
                    "mark.rivera@example.com",
                    "+12065550104"),
            client(
                    "hunter",
                    "Hunter",
                    "Long",
                    "1999-03-03",
                    "1 Long Lake Dr",
                    "55401",
                    "hlong@example.com",
                    "+16125550105"),
            client(
                    "angela",
                    "Angela",
                    "Martin",
                    "1968-04-04",
                    "72 School St",
                    "02108",
                    "angela_m@example.com",
                    "+16175550106"),
            client(
                    "english",
                    "Christian",
                    "English",
                    "1990-09-09",
                    "15 Church St",
                    "10001",
                    "ce@example.com",
                    "+12125550107"),
            client("april", "April", "King", "1987-12-25", "88 King St", "98104", "aking@example.com", "+12065550108"),
            client(
                    "tamika",
                    "Ta'Mika",
                    "Washington-Bell",
                    "1979-02-14",
                    "3400 Rainier Ave S",
                    "98144",
                    "tbell@example.com",
                    "+12065550109"),
            client(
                    "smith",
                    "Jennifer",
                    "Smith",
                    "1964-07-04",
                    "14 Park Pl",
                    "60601",
                    "jsmith64@example.com",
                    "+13125550110"),
            client(
                    "carter",
                    "Walter",
                    "Carter",
                    "1951-05-19",
                    "27 Court St",
                    "11201",
                    "wc51@example.com",
                    "+17185550111"));

    private static Map.Entry<String, Client> client(
            String key,
            String given,
            String family,
            String born,
            String address,
            String zip,
            String email,
            String phone) {
        return Map.entry(
                key,
                new Client(
                        new OrganizationId("harbor"),
                        new ClientId("client-" + key + "-1"),
                        new Name(given, family),
                        Optional.of(LocalDate.parse(born)),
                        Gender.UNDISCLOSED,
                        new Household(1, List.of()),
                        Optional.of(address),
                        Optional.of(new Zip(zip)),
                        Optional.empty(),
                        "en",
                        List.of(),
                        List.of(new EmailAddress(email)),
                        List.of(new PhoneNumber(phone)),
                        SafeContact.ANY_WAY,
                        1));
    }

    private record Labelled(String client, Kind kind, String note, int start, int end) {

        static Labelled of(String line) {
            String[] fields = line.split("\t", -1);
            String marked = fields[2];
            int start = marked.indexOf('⟦');
            int end = marked.indexOf('⟧') - 1;
            return new Labelled(
                    fields[0], Kind.valueOf(fields[1]), marked.replace("⟦", "").replace("⟧", ""), start, end);
        }

        List<Finding> findings() {
            return NotesScreen.of(CLIENTS.get(client), TODAY).findings(note);
        }

        /** Refused for the right reason, and every place that matters is marked. */
        boolean found() {
            return findings().stream()
                    .anyMatch(finding -> finding.kind() == kind && finding.start() <= start && finding.end() >= end);
        }

        @Override
        public String toString() {
            return client + " " + kind + " [" + note.substring(start, end) + "] in: " + note + " -> " + findings();
        }
    }

    private static List<String> lines(String file) {
        try (InputStream notes = NotesScreenTest.class.getResourceAsStream(file)) {
            return new String(notes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Labelled> labelled(String file) {
        return lines(file).stream().map(Labelled::of).toList();
    }

    @Test
    void every_value_of_the_clients_own_is_found() {
        List<Labelled> notes = new ArrayList<>(labelled("known-values.tsv"));
        notes.addAll(labelled("held-out.tsv"));
        List<Labelled> missed = notes.stream().filter(note -> !note.found()).toList();
        say("own values found", notes.size() - missed.size(), notes.size());
        assertThat(missed).isEmpty();
    }

    @Test
    void at_least_98_of_100_shapes_are_found() {
        List<Labelled> notes = labelled("shapes.tsv");
        List<Labelled> missed = notes.stream().filter(note -> !note.found()).toList();
        say("shapes found", notes.size() - missed.size(), notes.size());
        missed.forEach(note -> System.out.println("  missed: " + note));
        assertThat(missed).hasSizeLessThanOrEqualTo(notes.size() * 2 / 100);
    }

    /** Each note about each of the clients: a name that is a word must not make ordinary prose impossible. */
    @Test
    void at_most_2_of_100_ordinary_notes_are_refused() {
        List<String> refused = new ArrayList<>();
        int all = 0;
        for (String note : lines("clean.txt")) {
            for (String client : CLIENTS.keySet()) {
                List<Finding> findings =
                        NotesScreen.of(CLIENTS.get(client), TODAY).findings(note);
                all++;
                if (!findings.isEmpty()) {
                    refused.add(client + ": " + note + " -> " + findings);
                }
            }
        }
        say("ordinary notes refused", refused.size(), all);
        refused.forEach(each -> System.out.println("  refused: " + each));
        assertThat(refused).hasSizeLessThanOrEqualTo(all * 2 / 100);
    }

    private static void say(String what, int count, int of) {
        System.out.printf("notes screen: %s %d of %d (%.1f %%)%n", what, count, of, 100.0 * count / of);
    }

    @Test
    void a_place_is_given_in_utf_16_units_of_the_note_as_written() {
        String note = "🙂 Please ask MARÍA'S sister.";
        List<Finding> findings = NotesScreen.of(CLIENTS.get("maria"), TODAY).findings(note);
        assertThat(findings).containsExactly(new Finding(Kind.NAME, 14, 19));
        assertThat(note.substring(14, 19)).isEqualTo("MARÍA");
    }

    @Test
    void everything_is_found_once_and_in_order() {
        String note = "María García, 3/7/85, call 206-555-0142 or maria.garcia85@example.org";
        assertThat(NotesScreen.of(CLIENTS.get("maria"), TODAY).findings(note))
                .extracting(Finding::kind)
                .containsExactly(Kind.NAME, Kind.BIRTH_DATE, Kind.PHONE, Kind.EMAIL);
    }

    @Test
    void a_client_of_whom_little_is_known_is_screened_too() {
        Client maria = CLIENTS.get("maria");
        Client unknown = new Client(
                maria.organization(),
                maria.id(),
                new Name("", "李明"),
                Optional.empty(),
                maria.gender(),
                maria.household(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "zh",
                List.of(),
                List.of(),
                List.of(),
                SafeContact.ANY_WAY,
                1);
        NotesScreen screen = NotesScreen.of(unknown, TODAY);
        assertThat(screen.findings("")).isEmpty();
        assertThat(screen.findings("请联系李明先生")).extracting(Finding::kind).containsExactly(Kind.NAME);
        assertThat(screen.findings("ordinary words")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ", "1 ", "M.", "@", ".", "one ", "maria ", "1/1/", "www.", "M-", "at ", "5 pine ", "206-", "a@a.",
                "xxx-"
            })
    void a_very_long_note_takes_no_long_time(String piece) {
        NotesScreen screen = NotesScreen.of(CLIENTS.get("maria"), TODAY);
        screen.findings(piece);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> screen.findings(piece.repeat(5_000 / piece.length())));
    }

    @Test
    void a_receivers_words_are_screened_for_shapes_alone() {
        NotesScreen screen = NotesScreen.ofShapes(TODAY);
        assertThat(screen.findings("Call 206-555-0142"))
                .extracting(Finding::kind)
                .containsExactly(Kind.PHONE);
        assertThat(screen.findings("We have no beds until May.")).isEmpty();
    }
}
