import type { Listing, ListingToSave } from '../api/types';

/** A listing as it is sent back: the organization by its id, and without what the system works out. */
export function toSave(listing: Listing): ListingToSave {
  const {
    id: _id,
    organization,
    referable: _referable,
    notReferableBecause: _because,
    emailState: _state,
    ...rest
  } = listing;
  return { ...rest, organizationId: organization.id };
}

/** Why referrals cannot get to a listing, whoever sends them, although nobody paused it. */
export type Trouble = 'BOUNCING' | 'UNSUBSCRIBED' | 'NO_ADDRESS';

export const TROUBLES: Record<Trouble, { label: string; what: string; todo: string }> = {
  BOUNCING: {
    label: 'Emails come back',
    what: 'Referral emails to this address come back, or were reported as spam. Nobody can refer to it.',
    todo: 'Call the program and ask where referrals should go. Saving this listing sends them to the address below again.',
  },
  UNSUBSCRIBED: {
    label: 'Unsubscribed',
    what: 'The people at this address unsubscribed from referral emails. Nobody can refer to it.',
    todo: 'Only they can take that back, with Manage these emails in a referral they have. Or enter another address of theirs.',
  },
  NO_ADDRESS: {
    label: 'No referral address',
    what: 'There is no address to send referrals to. Nobody can refer to it.',
    todo: 'Enter the address where this program wants its referrals.',
  },
};

export function troubleOf(listing: Pick<Listing, 'network' | 'referralEmail' | 'emailState'>): Trouble | undefined {
  if (listing.network === 'IN') return undefined;
  if (!listing.referralEmail) return 'NO_ADDRESS';
  return listing.emailState === 'BOUNCING' || listing.emailState === 'UNSUBSCRIBED' ? listing.emailState : undefined;
}

export type Standing = 'TROUBLE' | 'PAUSED' | 'OPEN';

/** What the list is narrowed to. A paused listing whose mail comes back is in both. */
export function stands(listing: Listing, standing: Standing): boolean {
  switch (standing) {
    case 'TROUBLE':
      return troubleOf(listing) !== undefined;
    case 'PAUSED':
      return listing.paused;
    case 'OPEN':
      return !listing.paused && troubleOf(listing) === undefined;
  }
}
