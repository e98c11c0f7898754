package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Optional;

/**
 * What the client last said about a referral. Both channels may answer and the client may change it, so it is kept with the referral.
 *
 * @param number counts the client's answers to this referral from 1: what a form of theirs was made for
 * @param barrier why no help arrived, if the client said so after a No
 * @param help the client would like somebody to call
 */
public record ClientAnswer(Answer answer, Instant at, int number, Optional<Barrier> barrier, boolean help) {}
