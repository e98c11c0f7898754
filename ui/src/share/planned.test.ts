import { describe, expect, it } from 'vitest';
import { byReferral, expectedTimes, nowBy, textLength } from './planned';

describe('sharing', () => {
  it('expects the first question a week later, and each next a day after, at the time of day where the client is', () => {
    expect(expectedTimes(3, new Date('2026-11-24T18:10:00Z'), 'America/Los_Angeles')).toEqual([
      { day: 'Tue 1 Dec', time: '10:10 AM' },
      { day: 'Wed 2 Dec', time: '10:10 AM' },
      { day: 'Thu 3 Dec', time: '10:10 AM' },
    ]);
  });

  it('expects no question before nine or after half past seven there, and keeps the date', () => {
    const [early] = expectedTimes(1, new Date('2026-11-24T11:00:00Z'), 'America/Los_Angeles');
    expect(early).toEqual({ day: 'Tue 1 Dec', time: '9:00 AM' });
    const [late] = expectedTimes(1, new Date('2026-11-25T07:30:00Z'), 'America/Los_Angeles');
    expect(late).toEqual({ day: 'Tue 1 Dec', time: '7:30 PM' });
  });

  it('counts from what the referrals know to be past, when this clock is behind', () => {
    const sent = { sentAt: '2026-12-03T18:00:00Z', activity: [{ at: '2026-12-03T18:00:01Z', actor: '', text: '' }] };
    expect(nowBy([sent], new Date('2026-11-26T18:00:00Z')).toISOString()).toBe('2026-12-03T18:00:01.000Z');
    expect(nowBy([sent], new Date('2026-12-24T18:00:00Z')).toISOString()).toBe('2026-12-24T18:00:00.000Z');
  });

  it('puts both channels of a referral on one line', () => {
    const lines = byReferral([
      { referralId: 'a', channel: 'EMAIL', dueAt: '2026-12-01T18:00:00Z' },
      { referralId: 'b', channel: 'EMAIL', dueAt: '2026-12-02T18:00:00Z' },
      { referralId: 'a', channel: 'SMS', dueAt: '2026-12-01T18:00:00Z' },
    ]);
    expect(lines.get('a')?.map(({ channel }) => channel)).toEqual(['EMAIL', 'SMS']);
    expect(lines.get('b')).toHaveLength(1);
  });

  it('counts a text as carriers do', () => {
    expect(textLength('a'.repeat(160))).toEqual({ letters: 160, parts: 1 });
    expect(textLength('a'.repeat(161))).toEqual({ letters: 161, parts: 2 });
    expect(textLength('[€]')).toEqual({ letters: 6, parts: 1 });
    expect(textLength('¿Recibió ayuda?').parts).toBe(1);
    expect(textLength('í'.repeat(71))).toEqual({ letters: 71, parts: 2 });
  });
});
