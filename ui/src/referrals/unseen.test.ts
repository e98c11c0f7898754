import { describe, expect, it } from 'vitest';
import { referral } from '../test-data';
import { isUnseen } from './unseen';

describe('an answer', () => {
  const answered = referral({ answeredAt: '2026-11-22T18:09:00Z' });

  it('is not seen yet when it came after the last look', () => {
    expect(isUnseen(answered, '2026-11-22T18:08:00Z')).toBe(true);
    expect(isUnseen(answered, '2026-11-22T18:09:00Z')).toBe(false);
    expect(isUnseen(answered, null)).toBe(true);
  });

  it('has to be there', () => expect(isUnseen(referral(), null)).toBe(false));
});
