import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { inWords, Problem } from '../api/problem';
import { onRefused } from '../api/client';
import { meQuery } from '../api/queries';
import { Voice } from '../parts/Announcer';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/icons';
import { Toasts } from '../parts/Toasts';
import { session } from '../signin/session';
import { MeContext } from './me';

/** Nobody comes past here without a sign-in and a member's item of their own. */
export function Gate({ children }: { children: ReactNode }) {
  const standing = useSyncExternalStore(session.subscribe, session.standing);
  return standing === 'out' ? <SignIn /> : <Inside ended={standing === 'ended'}>{children}</Inside>;
}

function Inside({ ended, children }: { ended: boolean; children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const wasEnded = useRef(false);

  useEffect(() => {
    if (wasEnded.current && !ended) void queries.invalidateQueries();
    wasEnded.current = ended;
  }, [ended, queries]);

  useEffect(() => onRefused(() => void queries.invalidateQueries({ queryKey: meQuery.queryKey })), [queries]);

  // Whoever is let in no more sees nothing of what was read before.
  const shutOut = me.error instanceof Problem && me.error.status === 403;
  return (
    <>
      {me.data && !shutOut ? (
        <MeContext value={me.data}>{children}</MeContext>
      ) : me.isPending || ended ? (
        <div className="wh-first-paint" role="status">
          <span>Warm Handoff</span>
        </div>
      ) : (
        <NotLetIn error={me.error} onRetry={() => void me.refetch()} />
      )}
      {ended && <SignInEnded />}
      <Voice />
      <Toasts />
    </>
  );
}

function SignIn() {
  useEffect(() => {
    document.title = 'Sign in · Warm Handoff';
  }, []);
  const deep = location.pathname !== '/';
  const nextDoor = session.nextDoor;
  const signIn = () => void session.signIn(location.pathname + location.search);
  return (
    <main className="wh-door">
      <div className="wh-door__card">
        <Brand />
        <h1>Referrals that arrive</h1>
        {session.left === 'elsewhere' && (
          <p className="wh-door__left" role="status">
            You signed out in another tab. This one is signed out too.
          </p>
        )}
        <p>
          Refer a client to a program, in or out of the network. See the program’s answer as soon as it is given, and
          hear from the client a week later whether help arrived.
        </p>
        {nextDoor ? (
          <>
            <p>{nextDoor} is signed in in another tab of this browser.</p>
            <div className="wh-buttons">
              <button type="button" className="usa-button" onClick={() => void session.continueAsNextDoor()}>
                Continue as {nextDoor}
              </button>
              <button type="button" className="usa-button usa-button--outline" onClick={signIn}>
                Sign in as somebody else
              </button>
            </div>
          </>
        ) : (
          <button type="button" className="usa-button usa-button--big" onClick={signIn}>
            Sign in
          </button>
        )}
        {deep && <p className="wh-door__note">You return to the page that you asked for.</p>}
      </div>
      <p className="wh-door__emergency">
        In an emergency call <strong>911</strong>. In a crisis call or text <strong>988</strong>. For help near you call{' '}
        <strong>211</strong>.
      </p>
    </main>
  );
}

function NotLetIn({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, text } = inWords(error);
  const unknown = error instanceof Problem && error.status === 403;
  return (
    <main className="wh-door">
      <div className="wh-door__card" role="alert">
        <Brand />
        <h1>{unknown ? 'You are signed in, but not a member' : title}</h1>
        <p>
          {unknown
            ? 'This sign-in belongs to no active member of the network. A network administrator can add you or let you back in.'
            : text}
        </p>
        <div className="wh-buttons">
          <button type="button" className="usa-button" onClick={onRetry}>
            Try again
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={() => void session.signOut()}>
            Sign out
          </button>
        </div>
      </div>
    </main>
  );
}

function SignInEnded() {
  return (
    <Dialog
      title="Your sign-in has ended"
      onClose={() => session.signInAgain()}
      footer={
        <button type="button" className="usa-button" data-autofocus="" onClick={() => session.signInAgain()}>
          Sign in again
        </button>
      }
    >
      <p>Sign in again to go on, in a window of its own. This page stays as it is, with everything that you typed.</p>
    </Dialog>
  );
}

export function Brand() {
  return (
    <span className="wh-brand">
      <span className="wh-brand__mark">
        <Icon name="twoArrows" />
      </span>
      Warm Handoff
    </span>
  );
}
