import { User } from 'oidc-client-ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const HOUR = 3_600;
const KEPT = 'oidc.user:https://sign-in.example.org:warm-handoff-ui';

/** The tabs of one browser hear each other. jsdom has no such channel. */
class Tabs {
  static open = new Set<Tabs>();
  onmessage: ((message: { data: unknown }) => void) | null = null;
  constructor() {
    Tabs.open.add(this);
  }
  postMessage(data: unknown) {
    Tabs.open.forEach((tab) => tab !== this && tab.onmessage?.({ data: structuredClone(data) }));
  }
}

function member(sub: string, endsIn = HOUR, refresh?: string): string {
  const name = sub[0]!.toUpperCase() + sub.slice(1);
  return new User({
    access_token: `token-of-${sub}`,
    token_type: 'Bearer',
    profile: { sub, name, iss: 'https://sign-in.example.org', aud: 'warm-handoff-ui', exp: 0, iat: 0 },
    expires_at: Math.floor(Date.now() / 1000) + endsIn,
    ...(refresh ? { refresh_token: refresh } : {}),
  }).toStorageString();
}

/** Another tab of this browser, as it behaves towards this one. */
function neighbour(sub?: string) {
  const channel = new Tabs();
  const heard: { kind: string; sub?: string }[] = [];
  channel.onmessage = ({ data }) => {
    heard.push(data as { kind: string });
    if (sub && (data as { kind: string }).kind === 'who-is-signed-in')
      channel.postMessage({ kind: 'signed-in', user: member(sub) });
  };
  return { channel, heard };
}

async function tabAt(path: string, kept?: string) {
  history.replaceState(null, '', path);
  if (kept) sessionStorage.setItem(KEPT, kept);
  vi.resetModules();
  const { session } = await import('./session');
  await session.open();
  return session;
}

describe('the sign-in of one tab', () => {
  beforeEach(() => {
    Tabs.open.clear();
    sessionStorage.clear();
    vi.stubGlobal('BroadcastChannel', Tabs);
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        Response.json({ authority: 'https://sign-in.example.org', clientId: 'warm-handoff-ui', scope: 'openid' }),
      ),
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    sessionStorage.clear();
  });

  it('goes on as in another tab, on a page of ours', async () => {
    neighbour('dana');
    const session = await tabAt('/clients');
    expect(session.standing()).toBe('in');
    expect(session.token).toBe('token-of-dana');
  });

  it('asks first at the front door, where somebody else may be coming in', async () => {
    neighbour('dana');
    const session = await tabAt('/');
    expect(session.standing()).toBe('out');
    expect(session.nextDoor).toBe('Dana');
    await session.continueAsNextDoor();
    expect(session.token).toBe('token-of-dana');
  });

  it('tells another tab who is signed in, and nothing once its own sign-in has ended', async () => {
    const session = await tabAt('/clients', member('dana'));
    const { channel, heard } = neighbour();
    channel.postMessage({ kind: 'who-is-signed-in' });
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ kind: 'signed-in' })));

    session.end();
    const { channel: late, heard: nothing } = neighbour();
    late.postMessage({ kind: 'who-is-signed-in' });
    expect(nothing).toEqual([]);
  });

  it('is signed out with another tab of the same member: the token is forgotten, and it says why', async () => {
    const session = await tabAt('/clients', member('dana'));
    const { channel } = neighbour();
    channel.postMessage({ kind: 'signed-out', sub: 'dana' });
    await vi.waitFor(() => expect(sessionStorage.getItem(KEPT)).toBeNull());
    await vi.waitFor(() => expect(sessionStorage.getItem('warm-handoff.left')).toBe('elsewhere'));
    expect(session).toBeDefined();

    const anew = await tabAt('/');
    expect(anew.standing()).toBe('out');
    expect(anew.left).toBe('elsewhere');
    const later = await tabAt('/');
    expect(later.left).toBeUndefined();
  });

  it('stays when somebody else signed out', async () => {
    const session = await tabAt('/clients', member('dana'));
    neighbour().channel.postMessage({ kind: 'signed-out', sub: 'sam' });
    await Promise.resolve();
    expect(session.token).toBe('token-of-dana');
    expect(sessionStorage.getItem(KEPT)).not.toBeNull();
  });

  it('takes a new sign-in of the same member where the last one ended, and of nobody else', async () => {
    const session = await tabAt('/clients', member('dana'));
    const { channel } = neighbour();
    session.end();
    expect(session.standing()).toBe('ended');
    channel.postMessage({ kind: 'signed-in-again', user: member('dana').replace('token-of-dana', 'new-token') });
    await vi.waitFor(() => expect(session.standing()).toBe('in'));
    expect(session.token).toBe('new-token');

    session.end();
    channel.postMessage({ kind: 'signed-in-again', user: member('sam') });
    await vi.waitFor(() => expect(sessionStorage.getItem(KEPT)).toContain('token-of-sam'));
    // The page is left; until it is, nothing of it is read with the other's token.
    expect(session.standing()).toBe('ended');
    expect(session.token).toBe('new-token');
  });
});
