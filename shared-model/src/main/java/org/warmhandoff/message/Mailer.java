package org.warmhandoff.message;

/** Submits emails. Tries once: nothing below it may try again. */
public interface Mailer {
    Submission send(OutgoingMail mail);
}
