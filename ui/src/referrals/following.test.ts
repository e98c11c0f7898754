import { describe, expect, it } from 'vitest';
import { pace, stir } from './following';

describe('following the truth', () => {
  it('asks within three seconds while there is life, and every thirty after five quiet minutes', () => {
    stir();
    const now = Date.now();
    expect(pace(now)).toBeLessThanOrEqual(3_000);
    expect(pace(now + 4 * 60_000)).toBeLessThanOrEqual(3_000);
    expect(pace(now + 6 * 60_000)).toBe(30_000);
  });
});
