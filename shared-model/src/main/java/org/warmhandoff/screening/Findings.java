package org.warmhandoff.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.warmhandoff.screening.Finding.Kind;

/** Gathers what the screens find, and says each thing once. */
final class Findings {

    private static final int NAME_GAP = 3;

    private final Note note;
    private final List<Finding> found = new ArrayList<>();

    Findings(Note note) {
        this.note = note;
    }

    /** Places in the folded text. */
    void add(Kind kind, int start, int end) {
        found.add(new Finding(
                kind, note.folded().originalStart(start), note.folded().originalEnd(end)));
    }

    void addTokens(Kind kind, int first, int last) {
        add(kind, note.token(first).start(), note.token(last).end());
    }

    boolean covers(int start, int end) {
        int from = note.folded().originalStart(start);
        int to = note.folded().originalEnd(end);
        return found.stream().anyMatch(finding -> finding.start() <= from && finding.end() >= to);
    }

    /** Which tokens something has been found in. */
    BitSet taken() {
        var taken = new BitSet(note.size());
        for (Finding finding : found) {
            for (int i = note.firstTokenFrom(finding.start());
                    note.has(i) && note.folded().originalStart(note.token(i).start()) < finding.end();
                    i++) {
                taken.set(i);
            }
        }
        return taken;
    }

    /**
     * In the order of the text. What overlaps is one, of the longer one's kind (of equals, what was found first); neighbouring
     * words of a name are one name.
     */
    List<Finding> all() {
        List<Finding> inOrder = found.stream()
                .sorted(Comparator.comparingInt(Finding::start).thenComparing(Finding::end, Comparator.reverseOrder()))
                .toList();
        List<Finding> all = new ArrayList<>();
        for (Finding next : inOrder) {
            Finding last = all.isEmpty() ? null : all.getLast();
            if (last != null && (next.start() < last.end() || sameName(last, next))) {
                boolean longer = next.end() - next.start() > last.end() - last.start();
                Kind kind = longer ? next.kind() : last.kind();
                all.set(all.size() - 1, new Finding(kind, last.start(), Math.max(last.end(), next.end())));
            } else {
                all.add(next);
            }
        }
        return List.copyOf(all);
    }

    private boolean sameName(Finding one, Finding next) {
        return one.kind() == Kind.NAME
                && next.kind() == Kind.NAME
                && next.start() - one.end() <= NAME_GAP
                && note.folded()
                        .original()
                        .substring(one.end(), next.start())
                        .chars()
                        .allMatch(each -> " ,._-".indexOf(each) >= 0);
    }
}
