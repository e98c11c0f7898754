package org.warmhandoff.adapters.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelState;
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
import org.warmhandoff.idempotency.Attempt;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.listing.Mailbox;
import org.warmhandoff.listing.Network;
import org.warmhandoff.listing.Search;
import org.warmhandoff.listing.UpdateRequest;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** What the directory's stores promise, of the table in memory and of DynamoDB alike. */
abstract class DirectoryContract {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final OrganizationId VALLEY = new OrganizationId("valley");
    private static final MemberId ADA = new MemberId("sub-ada");
    private static final EmailAddress INTAKE = new EmailAddress("intake@valley.example");
    private static final EmailAddress OTHER = new EmailAddress("other@valley.example");

    private Instant now = NOW;
    private final InstantSource clock = () -> now;
    private Table table;
    private final List<String> sentAgain = new ArrayList<>();

    abstract Table fresh();

    @BeforeEach
    void a_network() {
        table = fresh();
        organizations().save(valley("Valley Food Bank"));
        roster().add(administrator(ADA), Optional.empty());
    }

    private static Organization valley(String name) {
        return new Organization(VALLEY, name, name, ZoneId.of("America/New_York"), "", true, false, false);
    }

    private static Member administrator(MemberId id) {
        return member(id, Role.ADMINISTRATOR);
    }

    private static Member member(MemberId id, Role role) {
        return new Member(
                id, VALLEY, "Member " + id, id + "@town.example", "", "", Set.of(role), true, Optional.empty());
    }

    private DynamoOrganizationBook organizations() {
        return new DynamoOrganizationBook(table, clock);
    }

    private DynamoRoster roster() {
        return new DynamoRoster(table, clock);
    }

    private DynamoListingBook book() {
        return new DynamoListingBook(table, clock, (before, after) -> {
            sentAgain.add(after.id().value());
            return List.of();
        });
    }

    private static ListingToSave toSave(String program, EmailAddress address) {
        return new ListingToSave(
                program,
                VALLEY,
                Network.OUT,
                Set.of(Need.FOOD),
                "",
                "",
                false,
                "",
                ZoneId.of("America/New_York"),
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                false,
                false,
                false,
                false,
                Optional.ofNullable(address));
    }

    private ListingBook.Before before(String id, EmailAddress address) {
        return book().before(ADA, new ListingId(id), Optional.of(VALLEY), Optional.ofNullable(address))
                .found();
    }

    private Listing save(String id, EmailAddress address) {
        ListingBook.Before before = before(id, address);
        Listing listing = over(before, id, address);
        assertThat(book().save(before, listing)).isTrue();
        return listing;
    }

    private static Listing over(ListingBook.Before before, String id, EmailAddress address) {
        return toSave("Program " + id, address)
                .over(before.listing(), new ListingId(id), before.organization().orElseThrow(), before.mailbox());
    }

    private Listing listing(String id) {
        return new DynamoListings(table).find(ADA, new ListingId(id)).found().orElseThrow();
    }

    private Mailbox mailbox(EmailAddress address) {
        return table.get(MailboxItem.key(address)).map(MailboxItem::fromItem).orElseThrow();
    }

    private long version() {
        return new DynamoDirectories(table, clock).version(ADA).found().number();
    }

    private List<Listing> directory() {
        DynamoDirectories directories = new DynamoDirectories(table, clock);
        return directories
                .at(directories.version(ADA).found())
                .search(Search.EVERYTHING, Optional.empty(), 100)
                .items();
    }

    @Nested
    class An_address_that_several_listings_use {

        @BeforeEach
        void two_listings() {
            save("a", INTAKE);
            save("b", INTAKE);
        }

        @Test
        void knows_them() {
            assertThat(mailbox(INTAKE).listings()).containsExactlyInAnyOrder(new ListingId("a"), new ListingId("b"));
            assertThat(mailbox(INTAKE).state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void unsubscribes_all_of_them_at_once() {
            long version = version();

            assertThat(table.write(MailWrites.preference(
                                    mailbox(INTAKE), MailState.UNSUBSCRIBED, Mailbox.How.CHOSEN, NOW))
                            .done())
                    .isTrue();

            assertThat(mailbox(INTAKE).state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(mailbox(INTAKE).how()).isEqualTo(Mailbox.How.CHOSEN);
            assertThat(listing("a").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(listing("b").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(listing("a").mail().version()).isEqualTo(1);
            assertThat(directory()).allMatch(each -> each.mail().state() == MailState.UNSUBSCRIBED);
            assertThat(version()).isEqualTo(version + 1);
        }

        @Test
        void does_not_unsubscribe_without_one_that_has_just_come() {
            Mailbox read = mailbox(INTAKE);
            save("c", INTAKE);

            assertThat(table.write(MailWrites.preference(read, MailState.UNSUBSCRIBED, Mailbox.How.CHOSEN, NOW))
                            .done())
                    .isFalse();
            assertThat(listing("a").mail().state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void stays_unsubscribed_when_a_listing_is_saved_or_comes() {
            table.write(MailWrites.preference(mailbox(INTAKE), MailState.UNSUBSCRIBED, Mailbox.How.CHOSEN, NOW));

            save("a", INTAKE);
            save("c", INTAKE);

            assertThat(listing("a").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(listing("c").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(mailbox(INTAKE).how()).isEqualTo(Mailbox.How.CHOSEN);
        }

        @Test
        void that_bounced_is_tried_again_for_all_once_one_is_saved() {
            table.write(MailWrites.preference(mailbox(INTAKE), MailState.BOUNCING, Mailbox.How.HARD_BOUNCE, NOW));
            assertThat(listing("b").mail().state()).isEqualTo(MailState.BOUNCING);

            save("a", INTAKE);

            assertThat(listing("a").mail().state()).isEqualTo(MailState.SUBSCRIBED);
            assertThat(listing("b").mail().state()).isEqualTo(MailState.SUBSCRIBED);
            assertThat(mailbox(INTAKE).state()).isEqualTo(MailState.SUBSCRIBED);
            assertThat(directory()).allMatch(each -> each.mail().state() == MailState.SUBSCRIBED);
            assertThat(sentAgain).isEmpty();
        }

        @Test
        void is_not_saved_over_what_was_chosen_meanwhile() {
            ListingBook.Before before = before("a", INTAKE);
            table.write(MailWrites.preference(mailbox(INTAKE), MailState.UNSUBSCRIBED, Mailbox.How.CHOSEN, NOW));

            assertThat(book().save(before, over(before, "a", INTAKE))).isFalse();
            assertThat(listing("a").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
        }

        @Test
        void is_left_by_a_listing_that_goes_elsewhere() {
            table.write(MailWrites.preference(mailbox(INTAKE), MailState.UNSUBSCRIBED, Mailbox.How.CHOSEN, NOW));

            save("a", OTHER);

            assertThat(mailbox(INTAKE).listings()).containsExactly(new ListingId("b"));
            assertThat(mailbox(OTHER).listings()).containsExactly(new ListingId("a"));
            assertThat(listing("a").mail().state()).isEqualTo(MailState.SUBSCRIBED);
            assertThat(listing("a").mail().epoch()).isEqualTo(1);
            assertThat(listing("b").mail().state()).isEqualTo(MailState.UNSUBSCRIBED);
            assertThat(sentAgain).containsExactly("a");
        }

        @Test
        void is_left_by_a_listing_that_needs_none_any_more() {
            save("a", null);

            assertThat(mailbox(INTAKE).listings()).containsExactly(new ListingId("b"));
            assertThat(listing("a").mail().address()).isEmpty();
        }

        @Test
        void is_left_where_a_receiver_confirms_another() {
            Listing before = listing("a");
            Listing asking = before.with(before.mail().asking(OTHER, NOW));
            long version = version();

            assertThat(table.write(MailWrites.settings(before, asking.mail())).done())
                    .isTrue();
            assertThat(listing("a").mail()).isEqualTo(asking.mail());
            assertThat(version()).as("no search sees what is only asked for").isEqualTo(version);

            assertThat(table.write(MailWrites.address(
                                    asking,
                                    asking.mail().confirmed(MailState.SUBSCRIBED, NOW),
                                    Mailbox.unused(OTHER, NOW),
                                    Mailbox.How.CONFIRMED,
                                    NOW))
                            .done())
                    .isTrue();
            assertThat(listing("a").mail().address()).contains(OTHER);
            assertThat(listing("a").mail().undoable()).isPresent();
            assertThat(mailbox(INTAKE).listings()).containsExactly(new ListingId("b"));
            assertThat(mailbox(OTHER).listings()).containsExactly(new ListingId("a"));
            assertThat(version()).isEqualTo(version + 1);
            assertThat(table.write(MailWrites.settings(before, asking.mail())).done())
                    .as("settings that were read before are stale now")
                    .isFalse();
        }

        @Test
        void holds_as_many_as_one_transaction_changes() {
            for (int i = 3; i <= Mailbox.MOST_LISTINGS; i++) {
                save("more-" + i, INTAKE);
            }

            assertThat(mailbox(INTAKE).hasRoomFor(new ListingId("one-more"))).isFalse();
            assertThat(table.write(MailWrites.preference(
                                    mailbox(INTAKE), MailState.BOUNCING, Mailbox.How.HARD_BOUNCE, NOW))
                            .done())
                    .isTrue();
            save("a", INTAKE);
            assertThat(directory()).hasSize(80).allMatch(each -> each.mail().state() == MailState.SUBSCRIBED);
        }
    }

    @Test
    void a_listing_saved_under_a_name_that_is_gone_is_refused() {
        ListingBook.Before before = before("a", INTAKE);
        organizations().save(valley("River Food Bank"));

        assertThat(book().save(before, over(before, "a", INTAKE))).isFalse();
    }

    @Test
    void a_renamed_organization_is_renamed_in_its_listings() {
        save("a", INTAKE);
        save("b", null);

        organizations().save(valley("River Food Bank"));

        assertThat(directory())
                .hasSize(2)
                .allMatch(each -> each.organizationName().equals("River Food Bank"));
        assertThat(listing("a").organizationName()).isEqualTo("River Food Bank");
    }

    @Test
    void two_administrators_cannot_put_themselves_out_at_once() {
        MemberId bo = new MemberId("sub-bo");
        roster().add(administrator(bo), Optional.empty());
        Member adaOut = member(ADA, Role.CASEWORKER);
        Member boOut = member(bo, Role.CASEWORKER);

        assertThat(roster().save(adaOut, administrator(ADA))).isEqualTo(Roster.Saved.DONE);
        assertThat(roster().save(boOut, administrator(bo))).isEqualTo(Roster.Saved.LAST_ADMINISTRATOR);
        // Ada was put out after she had been read as an administrator.
        assertThat(roster().save(boOut, administrator(ADA))).isEqualTo(Roster.Saved.CHANGED_MEANWHILE);
    }

    @Test
    void a_member_is_added_once_and_an_attempt_made_once() {
        Attempt attempt = new Attempt(ADA, "add-member", "key", "hash");
        Member dana = member(new MemberId("sub-dana"), Role.CASEWORKER);
        Member lee = member(new MemberId("sub-lee"), Role.CASEWORKER);

        assertThat(roster().add(dana, Optional.of(attempt))).isTrue();
        assertThat(roster().add(dana, Optional.empty())).isFalse();
        assertThat(roster().add(lee, Optional.of(attempt))).isFalse();
        assertThat(roster().find(lee.id())).isEmpty();
        assertThat(roster().beforeAdding(ADA, Optional.of(VALLEY), Optional.of(attempt))
                        .found()
                        .earlier()
                        .orElseThrow()
                        .ids())
                .containsExactly("sub-dana");

        now = NOW.plus(Duration.ofHours(24));
        assertThat(roster().add(lee, Optional.of(attempt))).isTrue();
    }

    @Test
    void a_request_is_closed_once() {
        UpdateRequest open =
                new UpdateRequest("id-1", new ListingId("a"), "Program a", "We moved", NOW, Optional.empty());
        table.write(UpdateRequestItem.create(open));
        DynamoUpdateRequests requests = new DynamoUpdateRequests(table);

        UpdateRequest closed = requests.close(open, NOW.plusSeconds(1));

        assertThat(closed.closedAt()).contains(NOW.plusSeconds(1));
        assertThat(requests.close(open, NOW.plusSeconds(2))).isEqualTo(closed);
        assertThat(requests.list(Optional.empty(), 10).items()).containsExactly(closed);
    }

    @Nested
    class A_client {

        private final DynamoClientRows rows() {
            return new DynamoClientRows(table);
        }

        private Client client(String id, String given, String family, long version) {
            return new Client(
                    VALLEY,
                    new ClientId(id),
                    new Name(given, family),
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
                    version);
        }

        private List<String> found(String words) {
            return rows()
                    .matching(VALLEY, ClientWords.query(words).orElseThrow(), Optional.empty(), 50)
                    .items()
                    .stream()
                    .map(ClientRow::id)
                    .map(ClientId::value)
                    .toList();
        }

        @Test
        void is_found_by_what_it_is_called_now() {
            DynamoClientBook book = new DynamoClientBook(table, client -> List.of());
            Client ann = client("client-1", "Ann", "Anders", 1);
            Client nina = client("client-1", "Nina", "Anders", 2);

            assertThat(book.save(Optional.empty(), ann)).isTrue();
            assertThat(book.save(Optional.empty(), ann))
                    .as("it is there already")
                    .isFalse();
            assertThat(found("ann")).containsExactly("client-1");

            assertThat(book.save(Optional.of(ann), nina)).isTrue();
            assertThat(book.save(Optional.of(ann), nina))
                    .as("it is another by now")
                    .isFalse();
            assertThat(found("ann")).isEmpty();
            assertThat(found("nina and")).containsExactly("client-1");
            assertThat(book.find(VALLEY, new ClientId("client-1"))).contains(nina);
        }

        @Test
        void is_one_of_many_that_are_listed_page_by_page() {
            DynamoClientBook book = new DynamoClientBook(table, client -> List.of());
            for (int i = 10; i < 30; i++) {
                book.save(Optional.empty(), client("client-" + i, "Ann" + i, "Anders" + (i % 3), 1));
            }

            assertThat(pages(Optional.empty())).hasSize(20).doesNotHaveDuplicates();
            assertThat(pages(ClientWords.query("anders"))).hasSize(20).doesNotHaveDuplicates();
            assertThat(pages(ClientWords.query("ann anders1"))).hasSize(7).doesNotHaveDuplicates();
        }

        private List<String> pages(Optional<ClientWords.Query> query) {
            List<String> all = new ArrayList<>();
            Optional<String> from = Optional.empty();
            do {
                Optional<String> start = from;
                Page<ClientRow> page = query.map(words -> rows().matching(VALLEY, words, start, 3))
                        .orElseGet(() -> rows().all(VALLEY, start, 3));
                page.items().forEach(row -> all.add(row.id().value()));
                from = page.next();
            } while (from.isPresent());
            return all;
        }
    }

    @Test
    void an_address_nobody_wrote_to_is_unknown_and_another_what_its_item_says() {
        AddressKey key = new AddressKey("secret");
        ChannelAddress stopped = new ChannelAddress.Text(new PhoneNumber("+19375550155"));
        ChannelAddress unknown = new ChannelAddress.Email(new EmailAddress("ann@client.example"));
        table.write(Write.put(
                key.channel(stopped),
                Attributes.with().put("state", ChannelState.OPTED_OUT).build()));

        assertThat(new DynamoChannelStates(table, key).of(List.of(stopped, unknown, stopped)))
                .containsEntry(stopped, ChannelState.OPTED_OUT)
                .containsEntry(unknown, ChannelState.UNKNOWN)
                .hasSize(2);
        assertThat(new DynamoChannelStates(table, key).of(List.of())).isEmpty();
    }
}
