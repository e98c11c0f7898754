import { describe, expect, it } from 'vitest';
import { referral } from '../test-data';
import { fits } from './useBox';

describe('searching referrals', () => {
  it('finds every word anywhere in what the row shows', () => {
    expect(fits(referral(), 'delgado brigid')).toBe(true);
    expect(fits(referral(), '7k2m9qft')).toBe(true);
    expect(fits(referral(), 'sent maria')).toBe(true);
    expect(fits(referral(), 'delgado food')).toBe(false);
  });

  it('does without a client that may not be shown', () => {
    expect(fits(referral({ client: null }), 'maria')).toBe(false);
    expect(fits(referral({ client: null }), 'brigid')).toBe(true);
  });
});
