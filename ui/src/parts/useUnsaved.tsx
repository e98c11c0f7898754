import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { Dialog } from './Dialog';

const Touching = createContext<() => void>(() => undefined);

/** For a part of a form that is changed by buttons: what is typed is noticed without it. */
export const useTouch = (): (() => void) => useContext(Touching);

/** Whatever is typed in here counts as typed, and so does what its parts tell. */
export function Touched({ touch, children }: { touch: () => void; children: ReactNode }) {
  return (
    <Touching value={touch}>
      <div onChange={touch}>{children}</div>
    </Touching>
  );
}

/**
 * Asks before what was typed is lost: by going elsewhere in the app, by closing the tab, or by closing the window that it is
 * typed in. Whoever leaves because it was saved navigates with `ignoreBlocker`.
 */
export function useUnsaved(): {
  /** Something was typed. */
  touch: () => void;
  /** Does it, once it is sure that nothing is lost against somebody's will. */
  leave: (go: () => void) => void;
  /** The question, while it stands. */
  question: ReactNode;
} {
  const [touched, setTouched] = useState(false);
  const [waiting, setWaiting] = useState<{ go: () => void } | undefined>();
  const blocker = useBlocker({
    shouldBlockFn: () => touched,
    enableBeforeUnload: () => touched,
    withResolver: true,
  });
  const asked = waiting !== undefined || blocker.status === 'blocked';

  const stay = () => {
    setWaiting(undefined);
    if (blocker.status === 'blocked') blocker.reset();
  };
  const discard = () => {
    setTouched(false);
    setWaiting(undefined);
    if (blocker.status === 'blocked') blocker.proceed();
    waiting?.go();
  };

  return {
    touch: () => setTouched(true),
    leave: (go) => (touched ? setWaiting({ go }) : go()),
    question: asked && (
      <Dialog
        title="Leave without saving?"
        onClose={stay}
        footer={
          <>
            <button type="button" className="usa-button" data-autofocus="" onClick={stay}>
              Keep editing
            </button>
            <button type="button" className="usa-button usa-button--unstyled" onClick={discard}>
              Discard changes
            </button>
          </>
        }
      >
        <p>What you typed here is not saved yet, and would be lost.</p>
      </Dialog>
    ),
  };
}
