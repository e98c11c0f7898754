package org.warmhandoff.actions.unsubscribe;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.DynamoChannels;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.adapters.http.LinkPages;

/** A client with a mail program: the link out of a message, its page and its one click. */
public final class Unsubscribing {

    private static final String ROUTE = "/u/{token}";
    private static final Pattern LINK = Pattern.compile("https://w\\.example/u/([A-Za-z0-9_-]+)");

    private final Series series;
    private final UnsubscribeHandler handler;

    public Unsubscribing(Series series) {
        this.series = series;
        Doors doors = new Doors(series.town);
        handler = new UnsubscribeHandler(new UnsubscribeHandler.Wiring() {
            @Override
            public Http http() {
                return doors.http();
            }

            @Override
            public LinkPages links() {
                return doors.links();
            }

            @Override
            public UnsubscribePages pages() {
                return new UnsubscribePages(
                        new MailboxUnsubscribe(doors.mailSettings(), doors.pages(), series.town.clock()),
                        new ChannelUnsubscribe(
                                new DynamoChannels(series.town.table(), series.town.addressKey()),
                                doors.pages(),
                                series.town.clock()));
            }
        });
    }

    /** The token of a message's way out. */
    public static String token(Series.Taken message) {
        Matcher found = LINK.matcher(message.words());
        if (!found.find()) {
            throw new AssertionError("no way out of: " + message.words());
        }
        return found.group(1);
    }

    public Answer oneClick(String token) {
        return Events.visitor()
                .post(ROUTE)
                .path("token", token)
                .form("List-Unsubscribe", "One-Click")
                .to(handler);
    }

    public Answer look(String token, String... query) {
        Events.Event event = Events.visitor().get(ROUTE).path("token", token);
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event.to(handler);
    }

    /** Opens the page, takes a moment, and sends its form with this choice. */
    public Answer choose(String token, String choice, String... query) {
        Answer page = look(token, query);
        series.pass(Duration.ofSeconds(3));
        Events.Event event = Events.visitor().post(ROUTE).path("token", token);
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return Doors.filled(event, page, "choice", choice).to(handler);
    }
}
