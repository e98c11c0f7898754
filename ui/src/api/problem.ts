import type { FieldError, Referral } from './types';

type Body = {
  type?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  referral?: Referral;
  channel?: 'EMAIL' | 'SMS';
  tell?: string;
};

/** An answer of the API that is not what was asked for, or no answer at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  /** The last segment of the problem's type. */
  readonly word: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  readonly referral: Referral | undefined;
  readonly channel: 'EMAIL' | 'SMS' | undefined;
  readonly tell: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Body = {}, retryAfter?: number) {
    super(body.title ?? (status === 0 ? 'no answer' : `answered ${status}`));
    this.name = 'Problem';
    this.status = status;
    this.word = body.type?.split('/').at(-1) ?? '';
    this.title = body.title;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.referral = body.referral;
    this.channel = body.channel;
    this.tell = body.tell;
    this.retryAfter = retryAfter;
  }
}

export type Words = { title: string; text: string };

/** What happened, and what to do, for somebody who knows nothing of statuses. */
export function inWords(error: unknown): Words {
  if (!(error instanceof Problem)) {
    return { title: 'Something went wrong on this page', text: 'Nothing was sent. Reload the page and try again.' };
  }
  const { status, detail, referral, retryAfter } = error;
  const said = detail ?? (error.title ? `${error.title}.` : undefined);
  switch (true) {
    case status === 0:
      return navigator.onLine === false
        ? { title: 'You are offline', text: 'What is on this page stays. Try again when the connection is back.' }
        : { title: 'No answer', text: 'The connection broke before an answer came. Try again: nothing is done twice.' };
    case status === 401:
      return { title: 'Your sign-in has ended', text: 'Sign in again to go on. What you typed stays here.' };
    case status === 403:
      return {
        title: 'This is not open to you',
        text: 'Your roles do not include it. A network administrator can change them.',
      };
    case status === 404:
      return { title: 'Not found', text: 'It does not exist, or it belongs to another organization.' };
    case status === 409 && referral !== undefined:
      return {
        title: 'This changed in the meantime',
        text: `The referral is now “${referral.statusLabel}”. Somebody answered first, here or in another window; you see what stands.`,
      };
    case status === 409:
      return {
        title: 'This is not possible now',
        text: said ?? 'It changed in the meantime. Reload and look again.',
      };
    case status === 413:
      return { title: 'This is too long', text: 'Shorten the text and try again.' };
    case status === 422:
      return { title: 'Please check what is marked', text: detail ?? 'Some fields need another look.' };
    case status === 429:
      return { title: 'Too many at once', text: `Try again ${inAWhile(retryAfter)}.` };
    default:
      return {
        title: 'That did not work',
        text: 'The system could not answer. Try again in a moment: nothing is done twice.',
      };
  }
}

function inAWhile(seconds: number | undefined): string {
  if (!seconds) return 'in a moment';
  if (seconds < 90) return `in ${seconds} seconds`;
  if (seconds < 5400) return `in ${Math.ceil(seconds / 60)} minutes`;
  return `in ${Math.ceil(seconds / 3600)} hours`;
}
