import { User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** What the host serves at `/config.json` (docs/ui.md). */
export type Config = {
  authority: string;
  clientId: string;
  scope: string;
  redirectUri?: string;
  endSession?: string;
};

/**
 * `ended` is not `out`: the member was at work when the token expired, so the page stays as it is and a new sign-in is offered
 * in a window of its own.
 */
export type Standing = 'out' | 'in' | 'ended';

type Carried = { returnTo?: string; again?: boolean };

/** What the tabs of one browser tell each other. */
type Told =
  | { kind: 'signed-in-again'; user: string }
  | { kind: 'who-is-signed-in' }
  | { kind: 'signed-in'; user: string }
  | { kind: 'signed-out'; sub: string };

const CALLBACK = '/signed-in';
const CHANNEL = 'warm-handoff-sign-in';

/** Another tab on the same machine answers within a few milliseconds, or is not there. */
const NEIGHBOUR_ANSWERS_MS = 150;

/** Kept through the one reload that forgets everything: why this tab is at the door. */
const LEFT = 'warm-handoff.left';

/** The sign-in: OpenID Connect, authorization code with PKCE. Tokens live in this tab alone. */
class Session {
  private manager: UserManager | undefined;
  private config: Config | undefined;
  private user: User | null = null;
  private current: Standing = 'out';
  private neighbour: User | null = null;
  private renewing: Promise<boolean> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);

  async open(): Promise<void> {
    const answer = await fetch('/config.json', { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
    this.config = (await answer.json()) as Config;
    const store = new WebStorageStateStore({ store: sessionStorage });
    this.manager = new UserManager({
      authority: this.config.authority,
      client_id: this.config.clientId,
      scope: this.config.scope,
      redirect_uri: this.config.redirectUri ?? `${location.origin}${CALLBACK}`,
      response_type: 'code',
      userStore: store,
      stateStore: store,
      loadUserInfo: false,
      monitorSession: false,
      automaticSilentRenew: false,
    });
    this.manager.events.addAccessTokenExpiring(() => void this.renew());
    this.manager.events.addAccessTokenExpired(() => void this.expire());
    if (this.channel) this.channel.onmessage = (message: MessageEvent<Told>) => void this.hear(message.data);
    const user = await this.manager.getUser();
    if (user && !user.expired) {
      this.set(user, 'in');
    } else if (user?.refresh_token) {
      // A laptop that slept past the token's end.
      this.user = user;
      if (!(await this.renew())) this.user = null;
    }
    if (this.current === 'out' && !this.isCallback()) await this.askNeighbours();
  }

  get token(): string | undefined {
    return this.user?.access_token;
  }

  standing = (): Standing => this.current;

  /** Who is signed in in another tab, for whoever comes to the front door. */
  get nextDoor(): string | undefined {
    const profile = this.neighbour?.profile;
    return profile && (profile.name ?? profile.email ?? profile.sub);
  }

  /** Why this tab is at the door, said once. */
  readonly left = takeLeft();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  signIn(returnTo: string): Promise<void> {
    return this.needed().signinRedirect({ state: { returnTo } satisfies Carried });
  }

  /** In a window of its own: what was typed here stays. */
  signInAgain(): void {
    if (!this.channel || !window.open('/signed-in?again', CHANNEL, 'popup,width=520,height=720')) {
      void this.signIn(location.pathname + location.search);
    }
  }

  isCallback(): boolean {
    return location.pathname === CALLBACK;
  }

  /** Where to go now, or nothing when this window has done its work. */
  async finish(): Promise<string | undefined> {
    const parameters = new URLSearchParams(location.search);
    if (parameters.has('again')) {
      await this.needed().signinRedirect({ state: { again: true } satisfies Carried });
      return undefined;
    }
    if (!parameters.has('code') && !parameters.has('error')) return '/';
    const user = await this.needed().signinRedirectCallback();
    const carried = (user.state ?? {}) as Carried;
    if (carried.again && this.channel) {
      this.tell({ kind: 'signed-in-again', user: user.toStorageString() });
      await this.needed().removeUser();
      window.close();
      return undefined;
    }
    this.set(user, 'in');
    return carried.returnTo?.startsWith('/') && !carried.returnTo.startsWith('//') ? carried.returnTo : '/';
  }

  /** As in the other tab. */
  async continueAsNextDoor(): Promise<void> {
    if (this.neighbour) await this.use(this.neighbour);
  }

  /** The API did not take this token. Whether there is a newer one now. */
  async renewAfter(refused: string | undefined): Promise<boolean> {
    return this.token !== refused || this.renew();
  }

  /** The API no longer takes the token, and there is no newer one. */
  end(): void {
    if (this.current === 'in') this.set(this.user, 'ended');
  }

  async signOut(): Promise<void> {
    const manager = this.needed();
    const idToken = this.user?.id_token;
    // At a shared desk nobody looks for the other tabs.
    if (this.user) this.tell({ kind: 'signed-out', sub: this.user.profile.sub });
    const issuer = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
    await manager.removeUser();
    if (this.config?.endSession) {
      location.assign(this.config.endSession);
    } else if (issuer) {
      const address = new URL(issuer);
      if (idToken) address.searchParams.set('id_token_hint', idToken);
      address.searchParams.set('post_logout_redirect_uri', `${location.origin}/`);
      location.assign(address);
    } else {
      location.assign('/');
    }
  }

  private async expire(): Promise<void> {
    // Without a connection nobody can be asked to sign in; the first call after it tells.
    if (!(await this.renew()) && navigator.onLine !== false) this.end();
  }

  private renew(): Promise<boolean> {
    this.renewing ??= this.renewed().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renewed(): Promise<boolean> {
    if (!this.user?.refresh_token) return false;
    const user = await this.needed()
      .signinSilent()
      .catch(() => null);
    if (user) this.set(user, 'in');
    return user !== null;
  }

  /** A page of ours that is opened in another tab goes on as there. The front door asks first: somebody else may be coming in. */
  private async askNeighbours(): Promise<void> {
    if (!this.channel) return;
    this.neighbour = null;
    this.tell({ kind: 'who-is-signed-in' });
    for (let waited = 0; waited < NEIGHBOUR_ANSWERS_MS && !this.neighbour; waited += 10) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (this.neighbour && location.pathname !== '/') await this.use(this.neighbour);
  }

  private tell(what: Told): void {
    this.channel?.postMessage(what);
  }

  private async hear(told: Told): Promise<void> {
    switch (told.kind) {
      case 'who-is-signed-in':
        if (this.current === 'in' && this.user) this.tell({ kind: 'signed-in', user: this.user.toStorageString() });
        return;
      case 'signed-in':
        if (this.current === 'out') this.neighbour ??= User.fromStorageString(told.user);
        return;
      case 'signed-in-again':
        return this.take(told.user);
      case 'signed-out':
        if (this.current !== 'out' && this.user?.profile.sub === told.sub) {
          await this.needed().removeUser();
          sessionStorage.setItem(LEFT, 'elsewhere');
          // Anew, so that nothing of what was read stays in this tab.
          location.replace('/');
        }
    }
  }

  private async take(stored: string): Promise<void> {
    if (this.current !== 'ended') return;
    const user = User.fromStorageString(stored);
    // Somebody else at this desk: nothing of the last member's work may be shown to them.
    if (user.profile.sub !== this.user?.profile.sub) {
      await this.needed().storeUser(user);
      location.assign('/');
      return;
    }
    await this.use(user);
  }

  private async use(user: User): Promise<void> {
    await this.needed().storeUser(user);
    // Reading it starts the timers of its end.
    await this.needed().getUser();
    this.set(user, 'in');
  }

  private set(user: User | null, standing: Standing): void {
    this.user = user;
    this.current = standing;
    this.listeners.forEach((listener) => listener());
  }

  private needed(): UserManager {
    if (!this.manager) throw new Error('the sign-in is not open yet');
    return this.manager;
  }
}

function takeLeft(): 'elsewhere' | undefined {
  try {
    const left = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    return left === 'elsewhere' ? left : undefined;
  } catch {
    return undefined;
  }
}

export const session = new Session();
