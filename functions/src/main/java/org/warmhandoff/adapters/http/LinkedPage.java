package org.warmhandoff.adapters.http;

import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.link.Link;

/**
 * One page behind a link, as {@link LinkPages} asks it. It reads what its link opens and says what stands; in which order a form of it
 * is checked, and what is answered to each fault, is not its business.
 */
@FunctionalInterface
public interface LinkedPage {

    /** What the living link opens, as it stands now; empty where it opens nothing any more (410). */
    Optional<Standing> open(Link link);

    /** What a link opens, as it was read. */
    interface Standing {

        /** Of what a form of this page changes; a form made for another version is shown what stands. */
        String version();

        /** Whether there is nothing here any more that a form could change: a POST is shown what stands. */
        default boolean closed() {
            return false;
        }

        /** The page: a form made by {@link Visit#form}, or what stands. */
        String html(Visit visit);

        /** Where the confirmation is, if the form says what stands already; such a form changes nothing, whatever it was made for. */
        default Optional<String> confirmationOf(Form form) {
            return Optional.empty();
        }

        /** What is wrong with the form's fields; empty if nothing is. */
        List<Problem> problems(Form form);

        /** Does what the form says. Asked last, with fields in order. */
        Acted act(Form form);
    }

    /** What came of acting. */
    sealed interface Acted {

        /**
         * Done.
         *
         * @param path of the page that shows the result; proof that this visitor has just answered is added to it
         * @param version of what was changed, as it is now
         */
        record Done(String path, String version) implements Acted {}

        /** Somebody was faster: this stands now. */
        record Overtaken(Standing now) implements Acted {}
    }
}
