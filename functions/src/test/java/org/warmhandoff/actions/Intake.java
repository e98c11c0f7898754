package org.warmhandoff.actions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.time.InstantSource;
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
import org.warmhandoff.referral.Actor;
import org.warmhandoff.referral.Move;
import org.warmhandoff.referral.Moving;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralId;
import org.warmhandoff.referral.Referrals;

/** The intake of a program's staff: one referral that came by email, its link, and what the pages behind that are wired with. */
public final class Intake {

    public static final ReferralId REFERRAL = new ReferralId("01REFERRAL0000000000000000");

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final String token;

    public Intake() {
        Listing listing = town.save(new ListingId("apple"), Town.outOfNetwork("Apple Pantry", "intake@valley.example"));
        doors.send(REFERRAL, listing);
        token = doors.link(Purpose.ANSWER, new Target.Answering(REFERRAL, new ListingId("apple"), 0), Optional.empty());
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
