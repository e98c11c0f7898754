/** Moments as people say them, in the reader's zone. */

function parts(at: Date, zone?: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone ? { timeZone: zone } : {}),
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** `Tue 24 Nov`; with the year where it is not this one. */
export function day(iso: string, now = new Date(), zone?: string): string {
  const at = parts(new Date(iso), zone);
  const year = at.year === String(now.getFullYear()) ? '' : ` ${at.year}`;
  return `${at.weekday} ${at.day} ${at.month}${year}`;
}

/** `Tue 24 Nov, 3:10 PM` */
export function moment(iso: string, now = new Date()): string {
  const at = parts(new Date(iso));
  return `${day(iso, now)}, ${at.hour}:${at.minute} ${at.dayPeriod}`;
}

/** `3:10 PM` */
export function timeOfDay(iso: string, zone?: string): string {
  const at = parts(new Date(iso), zone);
  return `${at.hour}:${at.minute} ${at.dayPeriod}`;
}

/** `Tue 24 Nov 2026, 3:10 PM PST`: for whoever needs it exactly. */
export function exactly(iso: string): string {
  const at = parts(new Date(iso));
  return `${at.weekday} ${at.day} ${at.month} ${at.year}, ${at.hour}:${at.minute} ${at.dayPeriod} ${at.timeZoneName}`;
}

/** `2 hours ago` within a day, else the moment. What lies ahead (a clock may differ) is never "ago". */
export function ago(iso: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000);
  if (minutes < -1 || minutes >= 24 * 60) return moment(iso, now);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  const hours = Math.floor(minutes / 60);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
}

/** A date without a time: `1987-03-09` as `9 Mar 1987`. */
export function date(iso: string): string {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
  return month ? `${Number(dayOfMonth)} ${name} ${year}` : iso;
}
