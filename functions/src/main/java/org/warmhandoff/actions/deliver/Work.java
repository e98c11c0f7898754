package org.warmhandoff.actions.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.Write;

/** What one kind of owed work does, step by step. Each step is written with the place that it got to, so none is done twice. */
interface Work {

    /** The step from a place on; the first place is empty. */
    Step step(String place, Instant now);

    /**
     * A step.
     *
     * @param writes each may refuse, where it is done already or no longer needed; the others are written all the same
     * @param next where the work goes on; empty when this was the last step
     */
    record Step(List<Write> writes, Optional<String> next) {

        /** A step whose work is written already. Done twice it changes nothing. */
        static Step to(Optional<String> next) {
            return new Step(List.of(), next);
        }
    }
}
