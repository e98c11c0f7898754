package org.warmhandoff.message;

/** Submits texts, all from the one number. Tries once: nothing below it may try again. */
public interface Texter {
    Submission send(OutgoingText text);
}
