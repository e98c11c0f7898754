import { describe, expect, it } from 'vitest';
import { referral } from '../test-data';
import { isUnseen, tellCounts } from './unseen';

describe('an answer', () => {
  const answered = referral({ answeredAt: '2026-11-22T18:09:00Z' });

  it('is not seen yet when it came after the last look', () => {
    expect(isUnseen(answered, '2026-11-22T18:08:00Z')).toBe(true);
    expect(isUnseen(answered, '2026-11-22T18:09:00Z')).toBe(false);
    expect(isUnseen(answered, null)).toBe(true);
  });

  it('has to be there', () => expect(isUnseen(referral(), null)).toBe(false));
});

describe('the number at My Network Referrals', () => {
  it('says what it counts', () => {
    expect(tellCounts(1, 0)).toBe('1 answer not seen yet');
    expect(tellCounts(2, 3)).toBe('2 answers not seen yet, 3 waiting for an answer');
    expect(tellCounts(0, 0)).toBe('');
  });
});
