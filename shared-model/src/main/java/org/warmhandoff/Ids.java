package org.warmhandoff;

/** Where new names and secrets come from. */
public interface Ids {

    /** A ULID: 26 characters, in the order in which one instance made them. A name, never a secret. */
    String next();

    /** 128 random bits in 22 characters, for the links in texts, where every character counts. */
    String token128();

    /** 256 random bits in 43 characters, for the links in emails. */
    String token256();
}
