import createClient from 'openapi-fetch';
import { session } from '../signin/session';
import { Problem } from './problem';
import type { paths } from './schema';

export const api = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
  cache: 'no-store',
  fetch: signed,
});

const refusals = new Set<() => void>();

/** Tells when the API refuses somebody a thing: what they may do has changed since it was last asked. */
export function onRefused(listener: () => void): () => void {
  refusals.add(listener);
  return () => refusals.delete(listener);
}

/** With the token. One that the API no longer takes is renewed and the call made once more, before anybody is asked to sign in. */
async function signed(request: Request): Promise<Response> {
  const again = request.clone();
  const token = session.token;
  const answer = await fetch(withToken(request, token));
  // Asking who one is cannot be answered by asking again.
  if (answer.status === 403 && new URL(request.url).pathname !== '/api/me') refusals.forEach((listener) => listener());
  if (answer.status !== 401) return answer;
  if (await session.renewAfter(token)) {
    const second = await fetch(withToken(again, session.token));
    if (second.status !== 401) return second;
  }
  session.end();
  return answer;
}

function withToken(request: Request, token: string | undefined): Request {
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What the API answered, or a Problem. */
export async function told<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answered(call);
  if (!response.ok) throw problemOf(response, error);
  return data as T;
}

/** The answer whatever its status; a Problem only where there is none. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0);
  }
}

export function problemOf(response: Response, error: unknown): Problem {
  const body = typeof error === 'object' && error !== null ? error : {};
  return new Problem(response.status, body, Number(response.headers.get('Retry-After')) || undefined);
}

/** One for each thing that a member means to create: sent again as often as needed, done once. */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
