package org.warmhandoff.listing;

import java.util.Objects;
import java.util.Optional;
import org.warmhandoff.contact.Zip;
import org.warmhandoff.need.Need;

/**
 * What a caseworker looks for in the directory.
 *
 * @param words as typed; every one of them must begin a word of the listing
 * @param zip where the client is: keeps what is in the same sectional center or says nothing of where it is
 * @param inNetworkFirst the first seed's default, with its control to turn that off
 */
public record Search(String words, Optional<Need> need, Optional<Zip> zip, boolean inNetworkFirst) {

    public static final Search EVERYTHING = new Search("", Optional.empty(), Optional.empty(), true);

    public Search {
        Objects.requireNonNull(words);
        Objects.requireNonNull(need);
        Objects.requireNonNull(zip);
    }
}
