package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.listing.Network;
import org.warmhandoff.listing.ReferralMail;
import org.warmhandoff.listing.UpdateRequest;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;

/** What is written is what is read, for every item of the directory and its people: whole, and as sparse as may be. */
class DirectoryItemsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00.123Z");
    private static final OrganizationId HARBOR = new OrganizationId("harbor");

    private static Item item(Attributes attributes) {
        return new Item(new Key("any", "key"), attributes);
    }

    @Test
    void a_member() {
        Member member = new Member(
                new MemberId("sub-1"),
                HARBOR,
                "Dana Ortiz",
                "dana@town.example",
                "Support",
                "+19375550101",
                Set.of(Role.CASEWORKER, Role.ADMINISTRATOR),
                true,
                Optional.of(NOW));
        Member bare = new Member(
                new MemberId("sub-2"), HARBOR, "D", "d@town.example", "", "", Set.of(), false, Optional.empty());

        assertThat(MemberItem.fromItem(item(MemberItem.toItem(member)))).isEqualTo(member);
        assertThat(MemberItem.fromItem(item(MemberItem.toItem(bare)))).isEqualTo(bare);
    }

    @Test
    void an_organization() {
        Organization organization = new Organization(
                HARBOR, "Harbor Clinic", "Harbor", ZoneId.of("America/New_York"), "+19375550100", true, false, true);

        assertThat(OrganizationItem.fromItem(item(OrganizationItem.toItem(organization))))
                .isEqualTo(organization);
    }

    private static final ReferralMail CHANGING = new ReferralMail(
            Optional.of(new EmailAddress("a@valley.example")),
            MailState.UNSUBSCRIBED,
            3,
            7,
            Optional.of(new ReferralMail.Pending(new EmailAddress("b@valley.example"), NOW)),
            Optional.of(new ReferralMail.Undoable(new EmailAddress("c@valley.example"), NOW)));

    private static Listing listing(ReferralMail mail) {
        return new Listing(
                new ListingId("pantry"),
                "Food Pantry",
                HARBOR,
                "Harbor Clinic",
                Network.OUT,
                Set.of(Need.FOOD, Need.HOUSING),
                "Groceries",
                "12 Orchard Street",
                true,
                "45501",
                ZoneId.of("America/New_York"),
                "9 to 5",
                List.of("+19375550142"),
                List.of("en", "es"),
                "Anybody",
                "Come by",
                "None",
                "https://valley.example",
                true,
                true,
                true,
                true,
                mail,
                4);
    }

    @Test
    void a_listing() {
        assertThat(ListingItem.fromItem(item(ListingItem.toItem(listing(CHANGING)))))
                .isEqualTo(listing(CHANGING));
        assertThat(ListingItem.fromItem(item(ListingItem.toItem(listing(ReferralMail.none())))))
                .isEqualTo(listing(ReferralMail.none()));
    }

    @Test
    void a_listing_as_an_index_gives_it_lacks_only_what_is_under_way() {
        Item indexed = item(Attributes.with()
                .row(item(ListingItem.toItem(listing(CHANGING))).row())
                .build());

        ReferralMail shown = new ReferralMail(
                CHANGING.address(), CHANGING.state(), CHANGING.epoch(), 0, Optional.empty(), Optional.empty());
        assertThat(ListingItem.fromIndex(indexed)).isEqualTo(listing(shown));
    }

    @Test
    void a_mailbox() {
        Mailbox mailbox = new Mailbox(
                new EmailAddress("a@valley.example"),
                MailState.BOUNCING,
                NOW,
                Mailbox.How.HARD_BOUNCE,
                Set.of(new ListingId("pantry"), new ListingId("kitchen-2")),
                5);
        Mailbox unused = Mailbox.unused(new EmailAddress("a@valley.example"), NOW);

        assertThat(MailboxItem.fromItem(item(MailboxItem.toItem(mailbox)))).isEqualTo(mailbox);
        assertThat(MailboxItem.fromItem(item(MailboxItem.toItem(unused)))).isEqualTo(unused);
    }

    @Test
    void a_mailbox_is_found_without_its_address_in_the_key() {
        assertThat(MailboxItem.key(new EmailAddress("a@valley.example")).pk()).doesNotContain("valley");
    }

    private static final Client CLIENT = new Client(
            HARBOR,
            new ClientId("client-1"),
            new Name("Ann", "Anders"),
            Optional.of(LocalDate.of(1990, 5, 17)),
            Gender.WOMAN,
            new Household(2, List.of(0, 17)),
            Optional.of("9 Elm Street"),
            Optional.of(new Zip("45501")),
            Optional.of(ZoneId.of("America/Chicago")),
            "es",
            List.of(Need.FOOD),
            List.of(new EmailAddress("ann@client.example")),
            List.of(new PhoneNumber("+19375550155")),
            new SafeContact(true, "Not on Mondays"),
            9);

    private static final Client BARE = new Client(
            HARBOR,
            new ClientId("client-2"),
            new Name("", "Anders"),
            Optional.empty(),
            Gender.UNDISCLOSED,
            new Household(0, List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "en",
            List.of(),
            List.of(),
            List.of(),
            SafeContact.ANY_WAY,
            1);

    @Test
    void a_client() {
        assertThat(ClientItem.fromItem(item(ClientItem.toItem(CLIENT)))).isEqualTo(CLIENT);
        assertThat(ClientItem.fromItem(item(ClientItem.toItem(BARE)))).isEqualTo(BARE);
    }

    @Test
    void a_client_in_a_list() {
        assertThat(ClientItem.rowOf(item(ClientItem.toItem(CLIENT)))).isEqualTo(ClientRow.of(CLIENT));
        assertThat(ClientItem.rowOf(item(ClientItem.toItem(BARE)))).isEqualTo(ClientRow.of(BARE));
        assertThat(ClientItem.wordsOf(item(ClientItem.toItem(CLIENT)))).isEqualTo(ClientItem.words(CLIENT));
    }

    @Test
    void a_client_of_very_many_names_still_fits_into_a_transaction() {
        Client many = new Client(
                HARBOR,
                new ClientId("client-3"),
                new Name(
                        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                        "aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu vv ww"),
                Optional.empty(),
                Gender.UNDISCLOSED,
                new Household(0, List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "en",
                List.of(),
                List.of(),
                List.of(new PhoneNumber("+19375550155")),
                SafeContact.ANY_WAY,
                1);

        assertThat(ClientItem.words(many)).hasSize(45).contains("0155", "9375550155");
    }

    @Test
    void a_request_for_an_update() {
        UpdateRequest open =
                new UpdateRequest("id-1", new ListingId("pantry"), "Food Pantry", "We moved", NOW, Optional.empty());
        UpdateRequest closed =
                new UpdateRequest("id-1", new ListingId("pantry"), "Food Pantry", "We moved", NOW, Optional.of(NOW));

        assertThat(UpdateRequestItem.fromItem(item(UpdateRequestItem.toItem(open))))
                .isEqualTo(open);
        assertThat(UpdateRequestItem.fromItem(item(UpdateRequestItem.toItem(closed))))
                .isEqualTo(closed);
    }

    @Test
    void an_attempt_counts_for_a_day() {
        Attempt attempt = new Attempt(new MemberId("sub-1"), "add-member", "a#key", "hash");
        Write.Put put = (Write.Put) IdempotencyItem.put(attempt, List.of("id-1", "id-2"), NOW);
        Map<Key, Item> read = Map.of(put.key(), new Item(put.key(), put.attributes()));

        assertThat(IdempotencyItem.in(read, Optional.of(attempt), NOW))
                .contains(new Attempt.Done("hash", List.of("id-1", "id-2"), NOW.plus(Attempt.KEPT)));
        assertThat(IdempotencyItem.in(read, Optional.of(attempt), NOW.plus(Attempt.KEPT)))
                .isEmpty();
        assertThat(IdempotencyItem.in(read, Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void an_address_is_hidden_by_a_secret() {
        AddressKey key = new AddressKey("one");
        ChannelAddress text = new ChannelAddress.Text(new PhoneNumber("+19375550155"));
        ChannelAddress email = new ChannelAddress.Email(new EmailAddress("ann@client.example"));

        assertThat(key.partition(text))
                .startsWith("CH#S#")
                .doesNotContain("555")
                .isEqualTo(key.partition(text));
        assertThat(key.partition(email)).startsWith("CH#E#").doesNotContain("ann");
        assertThat(new AddressKey("two").partition(text)).isNotEqualTo(key.partition(text));
    }
}
