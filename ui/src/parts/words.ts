import type {
  ChannelHow,
  ChannelKind,
  ConsentMethod,
  DeliveryState,
  FollowUp,
  Gender,
  Listing,
  NotReferableBecause,
  Role,
  Status,
} from '../api/types';

/** Words for codes. What the API sends with a label is shown with that label, and is not here. */

export const STATUSES: Record<Status, string> = {
  SENT: 'Sent',
  IN_REVIEW: 'In Review',
  ACCEPTED: 'Accepted',
  REJECTED: 'Rejected',
  SERVICE_COMPLETED: 'Service Completed',
  CANCELED: 'Canceled',
  WITHDRAWN: 'Withdrawn',
};

export const ROLES: Record<Role, { label: string; many: string; description: string }> = {
  CASEWORKER: { label: 'Caseworker', many: 'caseworkers', description: 'Clients, referring, sharing' },
  RECEIVER: { label: 'Receiving staff', many: 'receiving staff', description: 'Answers what comes in' },
  ADMINISTRATOR: {
    label: 'Network administrator',
    many: 'network administrators',
    description: 'Listings, requests, members; sees no client',
  },
};

export const GENDERS: Record<Gender, string> = {
  WOMAN: 'Woman',
  MAN: 'Man',
  NON_BINARY: 'Non-binary',
  OTHER: 'Other',
  UNDISCLOSED: 'Prefers not to say',
};

export const CONSENT_METHODS: Record<ConsentMethod, string> = {
  VERBAL: 'Verbally',
  WRITTEN: 'In writing',
  ELECTRONIC: 'Electronically',
};

export const CHANNELS: Record<ChannelKind, string> = { EMAIL: 'Email', SMS: 'Text' };

export const HOW: Record<ChannelHow, string> = {
  SHARE: 'when referrals were shared',
  START: 'by texting START',
  RESUBSCRIBED: 'by subscribing again',
  STOP: 'by texting STOP',
  UNSUBSCRIBE: 'on the unsubscribe page',
  ONE_CLICK: 'with the unsubscribe button of the mail program',
  CASEWORKER: 'by asking a caseworker',
  COMPLAINT: 'by reporting a message as spam',
  CARRIER: 'with their carrier',
};

/** Why a program cannot be referred to, and what to do instead. */
export const NOT_REFERABLE: Record<NotReferableBecause, { why: string; instead: string }> = {
  UNSUBSCRIBED: {
    why: 'This program unsubscribed from referral emails.',
    instead: 'Call them, or choose another program.',
  },
  BOUNCING: {
    why: 'Referral emails to this program come back.',
    instead: 'Call them. A network administrator can correct the address.',
  },
  PAUSED: {
    why: 'This program takes no referrals at the moment.',
    instead: 'Choose another program, or look again later.',
  },
  OUT_OF_NETWORK_NOT_ENABLED: {
    why: 'Your organization has not opted in to out of network referrals.',
    instead: 'Call them, or ask a network administrator to opt in.',
  },
};

export const DELIVERY: Record<DeliveryState, { label: string; trouble: boolean }> = {
  PENDING: { label: 'Email is on its way', trouble: false },
  SENT: { label: 'Email sent', trouble: false },
  DELIVERED: { label: 'Email delivered', trouble: false },
  DELAYED: { label: 'Email delayed', trouble: true },
  BOUNCED: { label: 'Email bounced', trouble: true },
  COMPLAINED: { label: 'Email reported as spam', trouble: true },
  FAILED: { label: 'Email could not be sent', trouble: true },
  SUPPRESSED: { label: 'Email was not sent', trouble: true },
  UNCERTAIN: { label: 'We do not know whether the email was sent', trouble: true },
};

export function deliveryWords(state: DeliveryState, channel: ChannelKind = 'EMAIL'): string {
  const { label } = DELIVERY[state];
  return channel === 'SMS' ? label.replace('Email', 'Text').replace('the email', 'the text') : label;
}

const CLOSED_BECAUSE: Record<NonNullable<FollowUp['reason']>, string> = {
  OPTED_OUT: 'the client opted out',
  DO_NOT_CONTACT: 'the client is not to be contacted',
  ANSWERED: 'answered on the other channel',
  COMPLETED: 'the service was completed',
  CANCELED: 'the client canceled',
  REJECTED: 'the referral was rejected',
  WITHDRAWN: 'the referral was withdrawn',
  BOUNCED: 'messages come back',
  FAILED: 'it could not be sent',
};

export const ANSWERS: Record<NonNullable<FollowUp['answer']>, string> = {
  YES: "Yes, I've received services",
  NO: 'No, I did not receive services',
  NOT_INTERESTED: "I'm no longer interested in services",
};

export function closedWords(reason: FollowUp['reason']): string {
  return reason ? `Not sent: ${CLOSED_BECAUSE[reason]}` : 'Not sent';
}

export function fullName(name: { given: string; family: string }): string {
  return `${name.given} ${name.family}`.trim();
}

/** ISO 639 codes in the reader's words. */
const languageNames = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  es: new Intl.DisplayNames(['es'], { type: 'language' }),
};

export function languageName(code: string, said: 'en' | 'es' = 'en'): string {
  try {
    return languageNames[said].of(code) ?? code;
  } catch {
    return code;
  }
}

export const LANGUAGES = [
  'en',
  'es',
  'am',
  'ar',
  'fa',
  'fr',
  'hi',
  'ht',
  'ko',
  'pt',
  'ru',
  'so',
  'ti',
  'tl',
  'uk',
  'vi',
  'zh',
];

/** `+12065550142` as people write it here; other countries' numbers stay as they are. */
export function phoneWords(number: string): string {
  const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return us ? `(${us[1]}) ${us[2]}-${us[3]}` : number;
}

export function placeOf(listing: Pick<Listing, 'address' | 'addressHidden' | 'zip'>): string | null {
  if (listing.addressHidden && !listing.address) return 'Address not shown, for safety';
  return withZip(listing.address, listing.zip);
}

/** The ZIP code once: many addresses end with it. */
export function withZip(address: string | null | undefined, zip: string | null | undefined): string | null {
  return [address, zip && address?.includes(zip) ? null : zip].filter(Boolean).join(', ') || null;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
