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

const CALLBACK = '/signed-in';
const CHANNEL = 'warm-handoff-sign-in';

/** The sign-in: OpenID Connect, authorization code with PKCE. Tokens live in this tab alone. */
class Session {
  private manager: UserManager | undefined;
  private config: Config | undefined;
  private user: User | null = null;
  private current: Standing = 'out';
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
    this.manager.events.addAccessTokenExpired(() => this.end());
    if (this.channel) this.channel.onmessage = (message: MessageEvent<string>) => void this.take(message.data);
    const user = await this.manager.getUser();
    if (user && !user.expired) this.set(user, 'in');
  }

  get token(): string | undefined {
    return this.user?.access_token;
  }

  standing = (): Standing => this.current;

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
      this.channel.postMessage(user.toStorageString());
      await this.needed().removeUser();
      window.close();
      return undefined;
    }
    this.set(user, 'in');
    return carried.returnTo?.startsWith('/') && !carried.returnTo.startsWith('//') ? carried.returnTo : '/';
  }

  /** The API no longer takes the token. */
  end(): void {
    if (this.current === 'in') this.set(this.user, 'ended');
  }

  async signOut(): Promise<void> {
    const manager = this.needed();
    const idToken = this.user?.id_token;
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

  private async renew(): Promise<void> {
    if (!this.user?.refresh_token) return;
    const user = await this.needed()
      .signinSilent()
      .catch(() => null);
    if (user) this.set(user, 'in');
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
    await this.needed().storeUser(user);
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

export const session = new Session();
