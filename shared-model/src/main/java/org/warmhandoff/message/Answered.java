package org.warmhandoff.message;

import java.time.Instant;
import org.warmhandoff.referral.Answer;

/** What a client said to a follow-up. */
public record Answered(Answer answer, Instant at) {}
