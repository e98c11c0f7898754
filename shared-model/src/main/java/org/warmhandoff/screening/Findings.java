package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what the screens find, and says each thing once. */
final class Findings {

    private final Note note;
    private final List<Finding> found = new ArrayList<>();

    Findings(Note note) {
        this.note = note;
    }

    /** Places in the folded text. */
    void add(Finding.Kind kind, int start, int end) {
        found.add(new Finding(kind, note.folded().originalStart(start), note.folded().originalEnd(end)));
    }

    void addTokens(Finding.Kind kind, int first, int last) {
        add(kind, note.token(first).start(), note.token(last).end());
    }

    boolean covers(int start, int end) {
        int from = note.folded().originalStart(start);
        int to = note.folded().originalEnd(end);
        return found.stream().anyMatch(finding -> finding.start() <= from && finding.end() >= to);
    }

    /** In the order of the text. What lies within another is that other; neighbouring words of a name are one name. */
    List<Finding> all() {
        List<Finding> longestFirst = found.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> finding.end() - finding.start())
                        .reversed()
                        .thenComparingInt(Finding::start)
                        .thenComparing(Finding::kind))
                .toList();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : longestFirst) {
            if (kept.stream().noneMatch(other -> other.start() < finding.end() && finding.start() < other.end())) {
                kept.add(finding);
            } else if (kept.stream().noneMatch(other -> other.start() <= finding.start() && finding.end() <= other.end())) {
                join(kept, finding);
            }
        }
        kept.sort(Comparator.comparingInt(Finding::start));
        return joinedNames(kept);
    }

    /** Two that overlap become one, of the longer one's kind. */
    private static void join(List<Finding> kept, Finding finding) {
        for (int i = 0; i < kept.size(); i++) {
            Finding other = kept.get(i);
            if (other.start() < finding.end() && finding.start() < other.end()) {
                kept.set(
                        i,
                        new Finding(
                                other.kind(),
                                Math.min(other.start(), finding.start()),
                                Math.max(other.end(), finding.end())));
                return;
            }
        }
    }

    private List<Finding> joinedNames(List<Finding> sorted) {
        List<Finding> joined = new ArrayList<>();
        for (Finding finding : sorted) {
            Finding last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && finding.start() <= last.end() + (sameName(last, finding) ? 2 : -1)) {
                joined.set(joined.size() - 1, new Finding(last.kind(), last.start(), Math.max(last.end(), finding.end())));
            } else {
                joined.add(finding);
            }
        }
        return List.copyOf(joined);
    }

    private boolean sameName(Finding one, Finding next) {
        return one.kind() == Finding.Kind.NAME
                && next.kind() == Finding.Kind.NAME
                && next.start() >= one.end()
                && note.folded().original().substring(one.end(), next.start()).isBlank();
    }
}
