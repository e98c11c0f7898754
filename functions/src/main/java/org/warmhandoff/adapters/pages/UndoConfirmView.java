package org.warmhandoff.adapters.pages;

import java.time.Instant;
import java.time.ZoneId;

/** The page of the undo route on a later visit: one box to tick. */
public record UndoConfirmView(
        Form form,
        boolean accepted,
        String reference,
        String program,
        Instant answeredAt,
        SenderView sender,
        ZoneId zone) {}
