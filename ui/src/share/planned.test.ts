import { describe, expect, it } from 'vitest';
import { byReferral, expectedDays, textLength } from './planned';

describe('sharing', () => {
  it('expects the first question a week later, and each next a day after', () => {
    expect(expectedDays(3, new Date('2026-11-24T18:00:00Z')).map((day) => day.slice(0, 10))).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ]);
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
