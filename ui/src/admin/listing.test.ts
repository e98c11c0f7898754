import { describe, expect, it } from 'vitest';
import type { Listing } from '../api/types';
import { stands, toSave, troubleOf } from './listing';

const listing = (change: Partial<Listing> = {}): Listing => ({
  id: 'shelter',
  program: 'Night Shelter',
  organization: { id: 'brigid', name: 'St. Brigid House' },
  network: 'OUT',
  needs: ['HOUSING'],
  description: null,
  address: null,
  addressHidden: false,
  zip: null,
  timeZone: 'America/Los_Angeles',
  hours: null,
  phones: [],
  languages: ['en'],
  eligibility: null,
  howToApply: null,
  documents: null,
  website: null,
  paused: false,
  safety: false,
  part2: false,
  victimServices: false,
  referralEmail: 'intake@brigid.example.org',
  emailState: 'SUBSCRIBED',
  referable: true,
  notReferableBecause: null,
  ...change,
});

describe('a listing', () => {
  it('stands out when no mail reaches it, also while it is paused', () => {
    const bouncing = listing({ emailState: 'BOUNCING', paused: true, notReferableBecause: 'PAUSED' });
    expect(troubleOf(bouncing)).toBe('BOUNCING');
    expect(stands(bouncing, 'TROUBLE')).toBe(true);
    expect(stands(bouncing, 'PAUSED')).toBe(true);
    expect(stands(bouncing, 'OPEN')).toBe(false);
    expect(troubleOf(listing({ emailState: 'UNSUBSCRIBED' }))).toBe('UNSUBSCRIBED');
    expect(troubleOf(listing({ referralEmail: null, emailState: null }))).toBe('NO_ADDRESS');
  });

  it('needs no mail in network', () => {
    expect(troubleOf(listing({ network: 'IN', emailState: 'BOUNCING' }))).toBeUndefined();
    expect(stands(listing({ network: 'IN', referralEmail: null, emailState: null }), 'OPEN')).toBe(true);
  });

  it('is sent back without what the system works out', () => {
    const saved = toSave(listing());
    expect(saved).toMatchObject({ organizationId: 'brigid', program: 'Night Shelter' });
    for (const name of ['id', 'organization', 'referable', 'notReferableBecause', 'emailState']) {
      expect(saved).not.toHaveProperty(name);
    }
  });
});
