package org.warmhandoff.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.DynamoLinks;
import org.warmhandoff.adapters.dynamo.DynamoMailSettings;
import org.warmhandoff.adapters.dynamo.DynamoSendings;
import org.warmhandoff.adapters.dynamo.Item;
import org.warmhandoff.adapters.dynamo.LinkItem;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.ReferralItem;
import org.warmhandoff.adapters.dynamo.SendAgain;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.MissLimit;
import org.warmhandoff.adapters.http.Nonce;
import org.warmhandoff.adapters.http.PageResponse;
import org.warmhandoff.adapters.http.Site;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.link.TokenHash;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.member.Member;
import org.warmhandoff.member.Role;
import org.warmhandoff.message.Message;
import org.warmhandoff.participant.Participant;
import org.warmhandoff.referral.ClientSnapshot;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Receiver;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Sender;
import org.warmhandoff.referral.Sendings;

/** The doors of a town that links open: what their handlers are wired with, links to them, and what stands behind. */
public final class Doors {

    public static final String PUBLIC_ADDRESS = "https://care.example";

    private final Town town;
    private final Ids ids = new CountingIds();
    private final Brand brand = new Brand("Warm Handoff", PUBLIC_ADDRESS, "100 Main Street", "", "", "");
    private final Pages pages = new Pages(brand);
    private int made;

    public Doors(Town town) {
        this.town = town;
    }

    // What wirings ask for

    public Http http() {
        return Http.withPages(new Site(
                PUBLIC_ADDRESS,
                Optional.empty(),
                status -> PageResponse.html(
                        status, status == 410 ? pages.gone() : pages.notFound(), Pages.CONTENT_SECURITY_POLICY)));
    }

    public Pages pages() {
        return pages;
    }

    public MailTexts mailTexts() {
        return new MailTexts(brand);
    }

    public Sendings sendings() {
        return new DynamoSendings(town.table(), ids);
    }

    public LinkPages links() {
        return new LinkPages(
                new DynamoLinks(town.table()),
                new MissLimit(town.table(), town.clock()),
                new Nonce(town.clock()),
                town.clock());
    }

    public DynamoMailSettings mailSettings() {
        return new DynamoMailSettings(town.table(), ids, new SendAgain(town.clock()));
    }

    public Ids ids() {
        return ids;
    }

    // What tests do

    /** A link as a claim leaves it; its token. */
    public String link(Purpose purpose, Target target, Optional<Instant> expiresAt) {
        String token = "k%042d".formatted(++made);
        town.table()
                .write(LinkItem.put(
                        new Link(TokenHash.of(token), purpose, target, town.now(), expiresAt, Optional.empty())));
        return token;
    }

    /** A referral to a listing out of network, with the mail that it owes. */
    public Referral send(ReferralId id, Listing listing) {
        Member caseworker = Town.member(Town.CASEWORKER, "Dana Ortiz", Town.HARBOR, Role.CASEWORKER);
        var client = Town.client("client-0001", "Maria", "Quintero");
        Referral referral = Referral.send(
                id,
                Sender.of(caseworker, Town.organization(Town.HARBOR, "Harbor Family Services", true)),
                Receiver.of(listing),
                ClientSnapshot.of(client),
                Participant.of(client, LocalDate.of(2026, 11, 23)),
                "Needs groceries this week.",
                new Consent(town.now(), caseworker.id(), Consent.Method.VERBAL),
                town.now());
        sendings().send(caseworker, List.of(referral), Optional.empty(), 500, town.now());
        return referral;
    }

    public Referral referral(ReferralId id) {
        return town.table().get(ReferralItem.key(id)).map(ReferralItem::from).orElseThrow();
    }

    /** Every message and all work that is owed or was, in the order of their keys. */
    public List<Message> messages() {
        return town.table().everything().stream()
                .filter(item -> item.key().sk().startsWith("MSG#"))
                .map(MessageItem::fromItem)
                .toList();
    }

    /** Everything but links and counters: what looking at a page must leave as it is. */
    public List<Item> whatStands() {
        return town.table().everything().stream()
                .filter(item -> !item.key().pk().startsWith("MISS#"))
                .toList();
    }

    /** A page's form, sent back with its hidden inputs and these fields, names and values in turn. */
    public static Events.Event filled(Events.Event post, Answer page, String... fields) {
        Map<String, String> all = new LinkedHashMap<>(page.hidden());
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return post.form(all);
    }

    /** Follows a 303. */
    public static Events.Event followed(Answer done, String route, String token) {
        Events.Event get = Events.visitor().get(route).path("token", token);
        String location = done.header("location").orElseThrow();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            get.query(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return get;
    }

    private static final class CountingIds implements Ids {
        private int made;

        @Override
        public String next() {
            return "01ID%022d".formatted(++made);
        }

        @Override
        public String token128() {
            return "t%021d".formatted(++made);
        }

        @Override
        public String token256() {
            return "t%042d".formatted(++made);
        }
    }
}
