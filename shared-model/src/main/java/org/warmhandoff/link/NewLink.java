package org.warmhandoff.link;

/** A link that was just made: the one moment in which its token exists outside the message that carries it. */
public record NewLink(String token, Link link) {

    /** The path to put into a message. */
    public String path() {
        return link.purpose().path(token);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "NewLink[" + link.purpose() + "]";
    }
}
