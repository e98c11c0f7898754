package org.warmhandoff.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.contact.EmailAddress;

/**
 * Where a listing's referrals go, and a change of that on its way. Changing the address is the worst thing that a forwarded email could
 * do, so the new address must confirm and the old one is told and may undo (T-07 of the threat model).
 *
 * @param address absent only where the network is {@link Network#IN}
 * @param state the address's preference, the same for every listing that uses it
 * @param epoch raised by each change of the address: links of an older epoch are dead
 * @param version raised by each change of anything here: what a form of these settings was made for
 * @param pending a new address that has not confirmed yet
 * @param undoable the address before, while it may still take the change back
 */
public record ReferralMail(
        Optional<EmailAddress> address,
        MailState state,
        int epoch,
        int version,
        Optional<Pending> pending,
        Optional<Undoable> undoable) {

    /** How long a confirming, canceling or undoing link works. */
    public static final Duration CHANGE_WINDOW = Duration.ofHours(72);

    /** An address that was asked for at some time and not confirmed yet. */
    public record Pending(EmailAddress address, Instant askedAt) {
        public boolean over(Instant now) {
            return !now.isBefore(askedAt.plus(CHANGE_WINDOW));
        }
    }

    /** The address that was left at some time, and what its people had chosen. */
    public record Undoable(EmailAddress address, Instant changedAt) {
        public boolean over(Instant now) {
            return !now.isBefore(changedAt.plus(CHANGE_WINDOW));
        }
    }

    public static ReferralMail none() {
        return new ReferralMail(Optional.empty(), MailState.SUBSCRIBED, 0, 0, Optional.empty(), Optional.empty());
    }

    public static ReferralMail to(EmailAddress address, MailState state) {
        return new ReferralMail(Optional.of(address), state, 0, 0, Optional.empty(), Optional.empty());
    }

    /** The same address with what its people chose now. */
    public ReferralMail with(MailState chosen) {
        return new ReferralMail(address, chosen, epoch, version + 1, pending, undoable);
    }

    /** Somebody at the present address asks to send referrals elsewhere. */
    public ReferralMail asking(EmailAddress wanted, Instant now) {
        return new ReferralMail(address, state, epoch, version + 1, Optional.of(new Pending(wanted, now)), undoable);
    }

    /** The old address took the request back before it was confirmed. */
    public ReferralMail canceled() {
        return new ReferralMail(address, state, epoch, version + 1, Optional.empty(), undoable);
    }

    /** The new address confirmed: from now on referrals go there. {@code stateThere} is what the people there had chosen before, if they had. */
    public ReferralMail confirmed(MailState stateThere, Instant now) {
        Pending wanted = pending.orElseThrow();
        return new ReferralMail(
                Optional.of(wanted.address()),
                stateThere,
                epoch + 1,
                version + 1,
                Optional.empty(),
                address.map(old -> new Undoable(old, now)));
    }

    /** The old address took the change back. */
    public ReferralMail undone(MailState stateThere) {
        Undoable before = undoable.orElseThrow();
        return new ReferralMail(
                Optional.of(before.address()), stateThere, epoch + 1, version + 1, Optional.empty(), Optional.empty());
    }

    /** An administrator saved the listing with this address. */
    public ReferralMail saved(Optional<EmailAddress> wanted, MailState stateThere) {
        if (wanted.equals(address)) {
            return stateThere == state ? this : with(stateThere);
        }
        return new ReferralMail(wanted, stateThere, epoch + 1, version + 1, Optional.empty(), Optional.empty());
    }
}
