import type { Referral, Share } from '../api/types';
import { day, timeOfDay } from '../parts/time';

export type Expected = { day: string; time: string };

/**
 * When a share would ask, in the seed's words: a week later, then a day for each further program, at the client's time of day,
 * not before 9 AM and not after 7:30 PM there. Only shown before sharing; what was planned comes from the API afterwards.
 */
export function expectedTimes(programs: number, now: Date, zone?: string): Expected[] {
  const here = localParts(now, zone);
  const minutes = Math.min(Math.max(here.hour * 60 + here.minute, 9 * 60), 19 * 60 + 30);
  return Array.from({ length: programs }, (_, n) => {
    // Read in UTC, so that no zone moves a date of the calendar.
    const at = new Date(Date.UTC(here.year, here.month - 1, here.day + 7 + n, 0, minutes)).toISOString();
    return { day: day(at, now, 'UTC'), time: timeOfDay(at, 'UTC') };
  });
}

/** Now, or later where the referrals know better: this machine's clock may be behind that of the system. */
export function nowBy(referrals: readonly Pick<Referral, 'sentAt' | 'activity'>[], now = new Date()): Date {
  const told = referrals.flatMap(({ sentAt, activity }) => [sentAt, ...activity.map(({ at }) => at)]);
  return new Date(Math.max(now.getTime(), ...told.map((at) => new Date(at).getTime())));
}

function localParts(at: Date, zone: string | undefined) {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(zone ? { timeZone: zone } : {}),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: parts.year!, month: parts.month!, day: parts.day!, hour: parts.hour!, minute: parts.minute! };
}

/** The follow-ups that a share planned, one line for each referral. */
export function byReferral(followUps: Share['followUps']): Map<string, Share['followUps']> {
  const lines = new Map<string, Share['followUps']>();
  for (const followUp of followUps)
    lines.set(followUp.referralId, [...(lines.get(followUp.referralId) ?? []), followUp]);
  return lines;
}

/** How many letters of the text's alphabet it takes, and in how many parts it goes (GSM 03.38). */
export function textLength(text: string): { letters: number; parts: number } {
  const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
  if (!BASIC.test(text)) return { letters: text.length, parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
  const letters = text.length + (text.match(/[\^{}\\[~\]|€]/g)?.length ?? 0);
  return { letters, parts: letters <= 160 ? 1 : Math.ceil(letters / 153) };
}
