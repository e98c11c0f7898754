package org.warmhandoff.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.client.Client;
import org.warmhandoff.client.ClientId;
import org.warmhandoff.client.Gender;
import org.warmhandoff.client.Household;
import org.warmhandoff.client.Name;
import org.warmhandoff.client.SafeContact;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.need.Need;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.participant.Participant;

/** Samples for tests, all of one believable client. */
public final class Samples {

    public static final Instant SENT = Instant.parse("2026-11-02T18:00:00Z");
    public static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    public static final OrganizationId HARBOR = new OrganizationId("harbor");
    public static final OrganizationId RAINIER = new OrganizationId("rainier");

    private Samples() {}

    public static Client client() {
        return new Client(
                HARBOR,
                new ClientId("client-maria-01"),
                new Name("María", "Quintero"),
                Optional.of(LocalDate.of(1985, 3, 7)),
                Gender.WOMAN,
                new Household(1, List.of(4, 9)),
                Optional.of("1420 Alder Street, Apt 5"),
                Optional.of(new Zip("98101")),
                Optional.of(SEATTLE),
                "es",
                List.of(Need.FOOD),
                List.of(new EmailAddress("maria.q@example.org")),
                List.of(new PhoneNumber("+12065550142")),
                new SafeContact(false, ""),
                1);
    }

    public static Sender sender() {
        return new Sender(
                HARBOR,
                "Harbor Family Services",
                "+12065550100",
                "Family Support",
                new MemberId("dana"),
                "Dana Ortiz",
                "dana@harbor.example",
                "+12065550101",
                SEATTLE,
                false,
                false);
    }

    public static Receiver receiver(Network network) {
        return new Receiver(
                new ListingId("night-shelter"),
                "Rainier Night Shelter",
                RAINIER,
                "Rainier House",
                network,
                SEATTLE,
                false,
                false);
    }

    /** A referral that was sent and not answered. */
    public static Referral sent(Network network) {
        return Referral.send(
                new ReferralId("01JD0000000000000000AB12CD"),
                sender(),
                receiver(network),
                ClientSnapshot.of(client()),
                Participant.of(client(), LocalDate.of(2026, 11, 2)),
                "Needs a bed from Friday.",
                new Consent(SENT, new MemberId("dana"), Consent.Method.VERBAL),
                SENT);
    }
}
