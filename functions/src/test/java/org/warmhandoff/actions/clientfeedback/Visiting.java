package org.warmhandoff.actions.clientfeedback;

import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.actions.sharewithclient.Series;

/** A client who says how it went. */
public final class Visiting {

    private Visiting() {}

    /** Opens the question, and the places of the resource page. */
    public static Browser browser(Series series) {
        return new Browser(
                series,
                new ClientFeedbackHandler(
                        Wired.with(ClientFeedbackHandler.Wiring.class, new Doors(series.town), series, series.town)));
    }
}
