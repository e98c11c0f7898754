package org.warmhandoff.actions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;

/** A client with a browser: opens the links of messages, and sends the forms behind them. */
public final class Browser {

    private static final Pattern LINK = Pattern.compile("https://w\\.example(/([cfu])/([A-Za-z0-9_-]+))");

    private final Series series;
    private final RequestStreamHandler handler;

    /** @param handler of the pages that are opened */
    public Browser(Series series, RequestStreamHandler handler) {
        this.series = series;
        this.handler = handler;
    }

    /** The link of this letter in a message: {@code c} to the resources, {@code f} to the question, {@code u} the way out. */
    public static String link(Series.Taken message, char letter) {
        Matcher found = LINK.matcher(message.words());
        while (found.find()) {
            if (found.group(2).charAt(0) == letter) {
                return found.group(1);
            }
        }
        throw new AssertionError("no such link in: " + message.words());
    }

    /** Whether a message has such a link. */
    public static boolean links(Series.Taken message, char letter) {
        return LINK.matcher(message.words())
                .results()
                .anyMatch(found -> found.group(2).charAt(0) == letter);
    }

    public Answer look(String path, String... query) {
        return event("GET", path, query).to(handler);
    }

    /** Opens the page, takes a moment, and sends its form with these fields. */
    public Answer send(String path, String... fields) {
        Answer page = look(path);
        if (page.status() != 200) {
            return page;
        }
        series.pass(Duration.ofSeconds(3));
        return send(page, path, fields);
    }

    /** Sends the form of a page that was opened before. */
    public Answer send(Answer page, String path, String... fields) {
        return Doors.filled(event("POST", path), page, fields).to(handler);
    }

    public Answer sendIn(String language, String path, String... fields) {
        Answer page = look(path, "lang", language);
        series.pass(Duration.ofSeconds(3));
        return Doors.filled(event("POST", path, "lang", language), page, fields).to(handler);
    }

    /** What a mail program's own button sends, without a look at the page. */
    public Answer oneClick(String path) {
        return event("POST", path).form("List-Unsubscribe", "One-Click").to(handler);
    }

    private static Events.Event event(String method, String path, String... query) {
        List<String> parts = List.of(path.substring(1).split("/"));
        String route = parts.size() == 3 ? "/c/{token}/{n}" : "/" + parts.getFirst() + "/{token}";
        Events visitor = Events.visitor();
        Events.Event event = method.equals("GET") ? visitor.get(route) : visitor.post(route);
        event.path("token", parts.get(1));
        if (parts.size() == 3) {
            event.path("n", parts.get(2));
        }
        for (int i = 0; i < query.length; i += 2) {
            event.query(query[i], query[i + 1]);
        }
        return event;
    }
}
