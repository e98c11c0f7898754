package org.warmhandoff.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.DynamoChannelStates;
import org.warmhandoff.adapters.dynamo.DynamoClientBook;
import org.warmhandoff.adapters.dynamo.DynamoClientRows;
import org.warmhandoff.adapters.dynamo.DynamoDirectories;
import org.warmhandoff.adapters.dynamo.DynamoListingBook;
import org.warmhandoff.adapters.dynamo.DynamoListings;
import org.warmhandoff.adapters.dynamo.DynamoMembers;
import org.warmhandoff.adapters.dynamo.DynamoOrganizationBook;
import org.warmhandoff.adapters.dynamo.DynamoRoster;
import org.warmhandoff.adapters.dynamo.DynamoUpdateRequests;
import org.warmhandoff.adapters.dynamo.MemoryTable;
import org.warmhandoff.adapters.dynamo.Requests;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.sms.PhoneNumbersOfLibphonenumber;
import org.warmhandoff.channel.ChannelStates;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientBook;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.ClientRows;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.listing.Directories;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingBook;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.ListingToSave;
import org.warmhandoff.listing.Listings;
import org.warmhandoff.listing.Network;
import org.warmhandoff.listing.UpdateRequest;
import org.warmhandoff.listing.UpdateRequests;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.member.Roster;
import org.warmhandoff.member.SignIns;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.Organization;
import org.warmhandoff.organization.OrganizationBook;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.wiring.Settings;
import org.warmhandoff.words.FoldedText;

/**
 * A small network to test handlers in: two organizations, members of each role, a table in memory, a clock that stands until it is moved,
 * and a sign-in. The methods without argument are what a handler's wiring asks for.
 */
public final class Town {

    public static final OrganizationId HARBOR = new OrganizationId("harbor");
    public static final OrganizationId VALLEY = new OrganizationId("valley");

    public static final String CASEWORKER = "sub-dana";
    public static final String RECEIVER = "sub-ravi";
    public static final String ADMINISTRATOR = "sub-ada";
    public static final String INACTIVE = "sub-gone";
    public static final String VALLEY_CASEWORKER = "sub-vera";

    /** Signs in, and is nobody's member. */
    public static final String STRANGER = "sub-nobody";

    private final MemoryTable table = new MemoryTable();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T15:00:00Z"));
    private final AddressKey addressKey = new AddressKey("a secret of the tests");
    private final FakeSignIns signIns = new FakeSignIns();
    private final Directories directories = new DynamoDirectories(table, clock);

    public Town() {
        save(organization(HARBOR, "Harbor Family Services", true));
        save(organization(VALLEY, "Valley Food Bank", false));
        add(member(CASEWORKER, "Dana Ortiz", HARBOR, Role.CASEWORKER));
        add(member(RECEIVER, "Ravi Patel", HARBOR, Role.RECEIVER));
        add(member(ADMINISTRATOR, "Ada Admin", HARBOR, Role.ADMINISTRATOR));
        add(member(VALLEY_CASEWORKER, "Vera Valley", VALLEY, Role.CASEWORKER));
        add(inactive(member(INACTIVE, "Gil Gone", HARBOR, Role.CASEWORKER, Role.ADMINISTRATOR)));
        table.forgetCalls();
    }

    // What wirings ask for

    public Http http() {
        return Http.api();
    }

    public InstantSource clock() {
        return clock;
    }

    public Settings settings() {
        return new Settings(Map.of("TEXT_NUMBER", "+19374010653"));
    }

    public PhoneNumbers phoneNumbers() {
        return new PhoneNumbersOfLibphonenumber();
    }

    public Members members() {
        return new DynamoMembers(table);
    }

    public Roster roster() {
        return new DynamoRoster(table, clock);
    }

    public FakeSignIns signIns() {
        return signIns;
    }

    public OrganizationBook organizationBook() {
        return new DynamoOrganizationBook(table, clock);
    }

    public Listings listings() {
        return new DynamoListings(table);
    }

    public Directories directories() {
        return directories;
    }

    public ListingBook listingBook() {
        return new DynamoListingBook(table, clock, (before, after) -> List.of());
    }

    public UpdateRequests updateRequests() {
        return new DynamoUpdateRequests(table);
    }

    public ClientBook clientBook() {
        return new DynamoClientBook(table, client -> List.of());
    }

    public ClientRows clientRows() {
        return new DynamoClientRows(table);
    }

    public ChannelStates channelStates() {
        return new DynamoChannelStates(table, addressKey);
    }

    public AddressKey addressKey() {
        return addressKey;
    }

    // What tests do

    public MemoryTable table() {
        return table;
    }

    public Instant now() {
        return clock.instant();
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public void save(Organization organization) {
        organizationBook().save(organization);
    }

    public void add(Member member) {
        roster().add(member, Optional.empty());
    }

    /** As an administrator's PUT does it. */
    public Listing save(ListingId id, ListingToSave toSave) {
        var before = listingBook()
                .before(new MemberId(ADMINISTRATOR), id, Optional.of(toSave.organization()), toSave.referralEmail())
                .found();
        Listing listing =
                toSave.over(before.listing(), id, before.organization().orElseThrow(), before.mailbox());
        if (!listingBook().save(before, listing)) {
            throw new AssertionError("not saved");
        }
        return listing;
    }

    public Listing listing(String id) {
        return listings()
                .find(new MemberId(ADMINISTRATOR), new ListingId(id))
                .found()
                .orElseThrow();
    }

    public Client save(Client client) {
        Optional<Client> before = clientBook().find(client.organization(), client.id());
        Client saved = client.after(before);
        if (!clientBook().save(before, saved)) {
            throw new AssertionError("not saved");
        }
        return saved;
    }

    /** As a receiver's question leaves it. */
    public void request(String id, String text, Instant at) {
        Requests.put(table, new UpdateRequest(id, new ListingId("apple"), "Apple Pantry", text, at, Optional.empty()));
    }

    public static Organization organization(OrganizationId id, String name, boolean outOfNetworkReferring) {
        return new Organization(
                id, name, name, ZoneId.of("America/New_York"), "+19375550100", outOfNetworkReferring, false, false);
    }

    public static Member member(String sub, String name, OrganizationId organization, Role role, Role... more) {
        return new Member(
                new MemberId(sub),
                organization,
                name,
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@town.example",
                "Family Support",
                "+19375550101",
                EnumSet.of(role, more),
                true,
                Optional.empty());
    }

    public static Member inactive(Member member) {
        return new Member(
                member.id(),
                member.organization(),
                member.name(),
                member.email(),
                member.program(),
                member.phone(),
                member.roles(),
                false,
                member.seenUntil());
    }

    /** A program out of network, with a shelter's address for who wants to hide one. */
    public static ListingToSave outOfNetwork(String program, String email) {
        return program(program, Network.OUT, email);
    }

    /** A program of Valley Food Bank. */
    public static ListingToSave program(String program, Network network, String email) {
        return new ListingToSave(
                program,
                VALLEY,
                network,
                Set.of(Need.FOOD),
                "Groceries for a week",
                "12 Orchard Street, Springfield",
                false,
                "45501",
                ZoneId.of("America/New_York"),
                "Mon to Fri, 9 to 5",
                List.of("+19375550142"),
                List.of("en", "es"),
                "Anybody in the county",
                "Come by",
                "None",
                "https://valley.example/food",
                false,
                false,
                false,
                false,
                Optional.of(new EmailAddress(email)));
    }

    public static Client client(String id, String given, String family) {
        return new Client(
                HARBOR,
                new ClientId(id),
                new Name(given, family),
                Optional.empty(),
                Gender.UNDISCLOSED,
                new Household(1, List.of(4)),
                Optional.of("9 Elm Street"),
                Optional.of(new Zip("45501")),
                Optional.empty(),
                "en",
                List.of(Need.FOOD),
                List.of(new EmailAddress(FoldedText.fold(given) + "@client.example")),
                List.of(new PhoneNumber("+19375550155")),
                SafeContact.ANY_WAY,
                1);
    }

    /** A clock that stands. */
    private static final class MutableClock implements InstantSource {
        private volatile Instant now;

        MutableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A user pool in memory. */
    public static final class FakeSignIns implements SignIns {
        private final Map<EmailAddress, MemberId> known = new LinkedHashMap<>();
        private final Set<MemberId> disabled = new LinkedHashSet<>();

        @Override
        public Created create(String name, EmailAddress email) {
            MemberId before = known.get(email);
            if (before != null) {
                return new Created.Known(before);
            }
            MemberId id = new MemberId("sub-new-" + (known.size() + 1));
            known.put(email, id);
            return new Created.New(id);
        }

        @Override
        public void disable(MemberId id) {
            disabled.add(id);
        }

        @Override
        public void enable(MemberId id) {
            disabled.remove(id);
        }

        public Set<MemberId> disabled() {
            return Set.copyOf(disabled);
        }
    }
}
