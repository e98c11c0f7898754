import type { Share } from '../api/types';

const DAY_MS = 86_400_000;

/**
 * The days that a share would plan, in the seed's words: a week later, then a day for each further program. Only shown before
 * sharing; what was planned comes from the API afterwards.
 */
export function expectedDays(programs: number, now = new Date()): string[] {
  return Array.from({ length: programs }, (_, n) => new Date(now.getTime() + (7 + n) * DAY_MS).toISOString());
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
