package org.warmhandoff.actions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.warmhandoff.adapters.dynamo.DynamoReferrals;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.AnswerPages;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.ReferralAnswers;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.listing.Listing;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.Network;
import org.warmhandoff.member.Members;
import org.warmhandoff.member.Role;
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Filing;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;

/**
 * One referral, and what the handlers of both its sides are wired with: out of network it came by email, with its link; in network it is
 * at the staff of Valley Food Bank, who sign in.
 */
public final class Intake {

    public static final ReferralId REFERRAL = new ReferralId("01REFERRAL0000000000000000");

    /** Receives for Valley Food Bank. */
    public static final String STAFF = "sub-rosa";

    /** Receives for nobody who has to do with it. */
    public static final String OTHER_STAFF = Town.RECEIVER;

    private static final ListingId LISTING = new ListingId("apple");

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final String token;

    /** Out of network. */
    public Intake() {
        this(Network.OUT);
    }

    public Intake(Network network) {
        town.add(Town.member(STAFF, "Rosa Ramos", Town.VALLEY, Role.RECEIVER));
        Listing listing = town.save(LISTING, Town.program("Apple Pantry", network, "intake@valley.example"));
        doors.send(REFERRAL, listing);
        token = doors.link(Purpose.ANSWER, new Target.Answering(REFERRAL, LISTING, 0), Optional.empty());
    }

    // What wirings ask for

    public Http http() {
        return doors.http();
    }

    public LinkPages links() {
        return doors.links();
    }

    public AnswerPages pages() {
        return new AnswerPages(referrals(), doors.pages(), town.clock());
    }

    public Referrals referrals() {
        return new DynamoReferrals(town.table(), doors.ids());
    }

    public Moving moving() {
        return new Moving(referrals());
    }

    public ReferralAnswers answers() {
        return new ReferralAnswers(referrals());
    }

    public Filing filing() {
        return new Filing(referrals());
    }

    public Members members() {
        return town.members();
    }

    public InstantSource clock() {
        return town.clock();
    }

    // What tests do

    public Town town() {
        return town;
    }

    public Doors doors() {
        return doors;
    }

    public String token() {
        return token;
    }

    public Referral referral() {
        return doors.referral(REFERRAL);
    }

    public Answer look(RequestStreamHandler handler, String page) {
        return Events.visitor().get(route(page)).path("token", token).to(handler);
    }

    public Events.Event post(String page) {
        return Events.visitor().post(route(page)).path("token", token);
    }

    /** Looks, takes a moment and presses the button. */
    public Answer press(RequestStreamHandler handler, String page, String... fields) {
        Answer shown = look(handler, page);
        town.pass(Duration.ofSeconds(3));
        return Doors.filled(post(page), shown, fields).to(handler);
    }

    /** Follows a 303 that stays on this page. */
    public Answer follow(RequestStreamHandler handler, Answer done, String page) {
        String location = done.header("location").orElseThrow();
        Events.Event get = Events.visitor().get(route(page)).path("token", token);
        int question = location.indexOf('?');
        if (question >= 0) {
            for (String pair : location.substring(question + 1).split("&")) {
                get.query(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return get.to(handler);
    }

    /** A signed-in move, as this member. */
    public Answer move(RequestStreamHandler handler, String member, String move) {
        return Events.signedIn(member)
                .post("/api/referrals/{id}/" + move)
                .path("id", REFERRAL.value())
                .json(Map.of())
                .to(handler);
    }

    /** The same move of a referral that there is not. */
    public Answer moveUnknown(RequestStreamHandler handler, String member, String move) {
        return Events.signedIn(member)
                .post("/api/referrals/{id}/" + move)
                .path("id", "01UNKNOWN00000000000000000")
                .json(Map.of())
                .to(handler);
    }

    /** What somebody else does to the referral meanwhile. */
    public void meanwhile(Function<Referral, Move> move) {
        Referral standing = referral();
        referrals().save(standing, (Move.Moved) move.apply(standing));
    }

    public static Actor somebody() {
        return Actor.staffOf("Apple Pantry");
    }

    private static String route(String page) {
        return "/r/{token}/" + page;
    }
}
