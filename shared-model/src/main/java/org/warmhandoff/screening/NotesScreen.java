package org.warmhandoff.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.Client;

/**
 * Keeps what would name a client out of the notes that leave the network: the client's own name, birth date, phones, emails
 * and address however they are spelled, and whatever is shaped like a phone, email, address, Social Security number or birth
 * date, whosever it is. A caseworker is told what was found and where.
 *
 * <p>Known values are compared, not guessed: no model, no network, the same answer every time. Time is linear in the note.
 */
public final class NotesScreen {

    /** The longest note, in UTF-16 units. */
    public static final int LONGEST = 500;

    private final Optional<NameScreen> names;
    private final DateScreen dates;
    private final NumberScreen numbers;
    private final WebScreen web;
    private final AddressScreen addresses;

    private NotesScreen(
            Optional<NameScreen> names,
            DateScreen dates,
            NumberScreen numbers,
            WebScreen web,
            AddressScreen addresses) {
        this.names = names;
        this.dates = dates;
        this.numbers = numbers;
        this.web = web;
        this.addresses = addresses;
    }

    /** For notes about a client. */
    public static NotesScreen of(Client client, LocalDate today) {
        return new NotesScreen(
                Optional.of(new NameScreen(client.name())),
                new DateScreen(client.birthDate(), today),
                new NumberScreen(client.phones()),
                new WebScreen(client.emails()),
                new AddressScreen(client.address(), client.zip()));
    }

    /** For words of somebody who does not know the client, such as a receiver's: shapes alone. */
    public static NotesScreen ofShapes(LocalDate today) {
        return new NotesScreen(
                Optional.empty(),
                new DateScreen(Optional.empty(), today),
                new NumberScreen(List.of()),
                new WebScreen(List.of()),
                new AddressScreen(Optional.empty(), Optional.empty()));
    }

    /** What was found, in the order of the note; none overlaps another. */
    public List<Finding> findings(String text) {
        Note note = Note.of(text);
        Findings findings = new Findings(note);
        web.find(note, findings);
        dates.find(note, findings);
        numbers.find(note, findings);
        addresses.find(note, findings);
        names.ifPresent(screen -> screen.find(note, findings));
        return findings.all();
    }
}
