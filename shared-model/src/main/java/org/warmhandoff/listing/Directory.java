package org.warmhandoff.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.need.Need;
import org.warmhandoff.paging.Page;
import org.warmhandoff.words.Words;

/**
 * The listings of the whole network at one moment, ready to be searched. Never changed: a function keeps one until the directory's
 * version tells it that there is a newer.
 */
public final class Directory {

    /** Before every other: a program comes before those whose names go on where its own ends. */
    private static final char END = '\t';

    public static final Directory EMPTY = new Directory(List.of());

    private final List<Entry> entries;

    private Directory(List<Entry> entries) {
        this.entries = entries;
    }

    public static Directory of(Collection<Listing> listings) {
        return new Directory(listings.stream()
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::place))
                .toList());
    }

    public int size() {
        return entries.size();
    }

    /**
     * What is looked for, by program; before that what is in network (unless that is turned off), and before that within each what is in
     * the very ZIP.
     *
     * @param from what an earlier page gave as its next
     */
    public Page<Listing> search(Search search, Optional<String> from, int limit) {
        List<String> words = Words.of(search.words());
        List<Ranked> found = entries.stream()
                .filter(entry -> entry.hasAll(words))
                .filter(entry -> entry.meets(search))
                .map(entry -> Ranked.of(entry, search))
                .filter(ranked -> from.isEmpty() || ranked.place().compareTo(from.get()) > 0)
                .sorted(Comparator.comparing(Ranked::place))
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<Ranked> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(ranked -> ranked.entry().listing()).toList(),
                more ? Optional.of(page.getLast().place()) : Optional.empty());
    }

    private record Ranked(Entry entry, String place) {
        static Ranked of(Entry entry, Search search) {
            char network = search.inNetworkFirst() && entry.listing().network() == Network.OUT ? '1' : '0';
            char near = entry.isIn(search) ? '0' : '1';
            return new Ranked(entry, "" + network + near + entry.place());
        }
    }

    /**
     * @param text every word that may be looked for, folded, each after a space
     * @param place program and id, so that the order is the same whatever the table's
     */
    private record Entry(Listing listing, String text, String place) {

        static Entry of(Listing listing) {
            List<String> words = new ArrayList<>();
            Stream.of(
                            listing.program(),
                            listing.organizationName(),
                            listing.description(),
                            listing.eligibility(),
                            listing.shownAddress().orElse(""))
                    .forEach(text -> words.addAll(Words.of(text)));
            for (Need need : listing.needs()) {
                words.addAll(Words.of(need.label()));
            }
            for (String language : listing.languages()) {
                words.add(language);
                words.addAll(Words.of(Locale.of(language).getDisplayLanguage(Locale.ENGLISH)));
            }
            String text = words.stream().distinct().collect(Collectors.joining(" ", " ", ""));
            return new Entry(listing, text, String.join(" ", Words.of(listing.program())) + END + listing.id());
        }

        boolean hasAll(List<String> words) {
            return words.stream().allMatch(word -> text.contains(' ' + word));
        }

        boolean meets(Search search) {
            return search.need().map(listing.needs()::contains).orElse(true)
                    && search.zip()
                            .map(zip -> listing.zip().isEmpty() || listing.zip().startsWith(zip.sectionalCenter()))
                            .orElse(true);
        }

        /** In the very ZIP. That of a hidden address tells too much to be matched whole. */
        boolean isIn(Search search) {
            return !listing.addressHidden()
                    && search.zip()
                            .map(zip -> zip.value().equals(listing.zip()))
                            .orElse(false);
        }
    }
}
