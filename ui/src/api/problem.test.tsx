import { describe, expect, it, vi } from 'vitest';
import { referral } from '../test-data';
import { inWords, Problem } from './problem';

describe('a problem in words', () => {
  it('says what stands after a lost race', () => {
    const lost = new Problem(409, { referral: referral({ status: 'ACCEPTED', statusLabel: 'Accepted' }) });
    expect(inWords(lost).text).toContain('“Accepted”');
  });

  it('tells being offline from a broken connection', () => {
    expect(inWords(new Problem(0)).title).toBe('No answer');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(inWords(new Problem(0)).title).toBe('You are offline');
  });

  it('says when to come back', () => {
    expect(inWords(new Problem(429, {}, 30)).text).toContain('in 30 seconds');
    expect(inWords(new Problem(429, {}, 1800)).text).toContain('in 30 minutes');
  });

  it('speaks of no status and no address of the API', () => {
    for (const status of [0, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503]) {
      const { title, text } = inWords(new Problem(status, { type: 'https://example.org/problems/x' }));
      expect(`${title} ${text}`).not.toMatch(/\d{3}|http|undefined/);
    }
  });

  it('knows its word by the last segment of its type', () => {
    expect(new Problem(409, { type: 'https://example.org/problems/opted-out' }).word).toBe('opted-out');
  });
});
