package org.warmhandoff.actions.unsubscribe;

import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.DynamoChannels;

/** The way out of emails: its handler, and a client who takes it. */
public final class Unsubscribing {

    private final Town town;
    private final Doors doors;

    private Unsubscribing(Town town, Doors doors) {
        this.town = town;
        this.doors = doors;
    }

    static UnsubscribeHandler handler(Town town, Doors doors) {
        return new UnsubscribeHandler(
                Wired.with(UnsubscribeHandler.Wiring.class, new Unsubscribing(town, doors), doors));
    }

    public static Browser browser(Series series) {
        return new Browser(series, handler(series.town, new Doors(series.town)));
    }

    /** Asked for by the wiring. */
    public UnsubscribePages pages() {
        return new UnsubscribePages(
                new MailboxUnsubscribe(doors.mailSettings(), doors.pages(), town.clock()),
                new ChannelUnsubscribe(
                        new DynamoChannels(town.table(), town.addressKey()), doors.pages(), town.clock()));
    }
}
