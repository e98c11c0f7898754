package org.warmhandoff.adapters.dynamo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.ClientWords;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;

/**
 * {@code CLIENT#<org>#<id>}: a client of one organization, and {@code ORG#<org>#NAME / <word>#<id>}: each word that finds it. Both carry the
 * row that the list shows; the row holds the client's words, since a query of several words is looked up by one.
 */
final class ClientItem {

    static final String VERSION = "version";
    static final String DO_NOT_CONTACT = "doNotContact";
    private static final String TYPE = "CLIENT";
    private static final String WORD_TYPE = "CLIENT_WORD";
    private static final int FORMAT = 1;

    /** Half of what a transaction holds, since old words leave in the one in which new ones come. Numbers and addresses sort first. */
    private static final int MOST_WORDS = 45;

    private ClientItem() {}

    static Key key(OrganizationId organization, ClientId id) {
        return Keys.client(organization, id);
    }

    static Attributes toItem(Client client) {
        return Attributes.with()
                .put("type", TYPE)
                .put("format", FORMAT)
                .put("organization", client.organization().value())
                .put("id", client.id().value())
                .put("given", client.name().given())
                .put("family", client.name().family())
                .put("birthDate", client.birthDate())
                .put("gender", client.gender())
                .put(
                        "household",
                        Attributes.with()
                                .put("adults", client.household().adults())
                                .put("childrenAges", client.household().childrenAges())
                                .build())
                .put("address", client.address())
                .put("zip", client.zip().map(Zip::value))
                .put("timeZone", client.timeZone().map(ZoneId::getId))
                .put("language", client.language())
                .put("needs", client.needs())
                .put("emails", emails(client.emails()))
                .put("phones", phones(client.phones()))
                .put(DO_NOT_CONTACT, client.doNotContact())
                .put("safeContactNotes", client.safeContact().notes())
                .put(VERSION, client.version())
                .index(Index.G1, Keys.clientsOf(client.organization()), place(client))
                .row(row(client))
                .build();
    }

    private static String place(Client client) {
        return Keys.byName(
                client.name().family() + " " + client.name().given(),
                client.id().value());
    }

    static Client fromItem(Item item) {
        Attributes all = item.attributes();
        Attributes household = all.attributes("household");
        return new Client(
                new OrganizationId(all.string("organization")),
                new ClientId(all.string("id")),
                new Name(all.string("given"), all.string("family")),
                all.optionalDate("birthDate"),
                all.one(Gender.class, "gender"),
                new Household(household.integer("adults"), household.integers("childrenAges")),
                all.optionalString("address"),
                all.optionalString("zip").map(Zip::new),
                all.optionalString("timeZone").map(ZoneId::of),
                all.string("language"),
                all.several(Need.class, "needs"),
                all.strings("emails").stream().map(EmailAddress::new).toList(),
                all.strings("phones").stream().map(PhoneNumber::new).toList(),
                new SafeContact(all.flag(DO_NOT_CONTACT), all.string("safeContactNotes")),
                all.number(VERSION));
    }

    static Optional<Client> in(Map<Key, Item> read, OrganizationId organization, ClientId id) {
        return Optional.ofNullable(read.get(key(organization, id))).map(ClientItem::fromItem);
    }

    /** The client over the one that was read before, or as a new one. */
    static Write put(Optional<Client> before, Client after) {
        return Write.put(key(after.organization(), after.id()), toItem(after))
                .onlyIf(before.map(client -> Condition.is(VERSION, client.version()))
                        .orElseGet(Condition::itemAbsent));
    }

    /** The words under which the client is kept. */
    static Set<String> words(Client client) {
        return ClientWords.of(client).stream().limit(MOST_WORDS).collect(Collectors.toSet());
    }

    static Write word(Client client, String word) {
        return Write.put(
                Keys.clientWord(client.organization(), word, client.id()),
                Attributes.with()
                        .put("type", WORD_TYPE)
                        .put("format", FORMAT)
                        .row(row(client))
                        .build());
    }

    static Write noWord(Client client, String word) {
        return Write.delete(Keys.clientWord(client.organization(), word, client.id()));
    }

    private static Attributes row(Client client) {
        return Attributes.with()
                .put("id", client.id().value())
                .put("given", client.name().given())
                .put("family", client.name().family())
                .put("birthDate", client.birthDate())
                .put("language", client.language())
                .put("emails", emails(client.emails()))
                .put("phones", phones(client.phones()))
                .put(DO_NOT_CONTACT, client.doNotContact())
                .put("words", words(client).stream().sorted().toList())
                .build();
    }

    /** From a word or from the index. */
    static ClientRow rowOf(Item item) {
        Attributes row = item.row();
        return new ClientRow(
                new ClientId(row.string("id")),
                new Name(row.string("given"), row.string("family")),
                row.optionalDate("birthDate"),
                row.string("language"),
                row.strings("emails").stream().map(EmailAddress::new).toList(),
                row.strings("phones").stream().map(PhoneNumber::new).toList(),
                row.flag(DO_NOT_CONTACT));
    }

    static Set<String> wordsOf(Item item) {
        return Set.copyOf(item.row().strings("words"));
    }

    private static List<String> emails(List<EmailAddress> emails) {
        return emails.stream().map(EmailAddress::value).toList();
    }

    private static List<String> phones(List<PhoneNumber> phones) {
        return phones.stream().map(PhoneNumber::value).toList();
    }
}
