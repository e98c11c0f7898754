import { describe, expect, it } from 'vitest';
import { ago, date, day } from './time';

describe('moments in words', () => {
  const now = new Date('2026-11-24T20:00:00Z');

  it('are ago within a day, then a date', () => {
    expect(ago('2026-11-24T19:59:40Z', now)).toBe('just now');
    expect(ago('2026-11-24T19:59:00Z', now)).toBe('1 minute ago');
    expect(ago('2026-11-24T18:00:00Z', now)).toBe('2 hours ago');
    expect(ago('2026-11-20T18:00:00Z', now)).toMatch(/^Fri 20 Nov, \d{1,2}:00 [AP]M$/);
  });

  it('are never ago when they lie ahead, as where the clock was moved', () => {
    expect(ago('2026-12-01T18:00:00Z', now)).toMatch(/^Tue 1 Dec/);
  });

  it('name the year where it is another', () => {
    expect(day('2026-12-01T18:00:00Z', now, 'UTC')).toBe('Tue 1 Dec');
    expect(day('2027-01-05T18:00:00Z', now, 'UTC')).toBe('Tue 5 Jan 2027');
  });

  it('stand in the zone that is asked for', () => {
    expect(day('2026-12-01T05:00:00Z', now, 'America/Los_Angeles')).toBe('Mon 30 Nov');
  });

  it('keep a date a date in every zone', () => {
    expect(date('1991-04-02')).toBe('2 Apr 1991');
  });
});
