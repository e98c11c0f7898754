import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Voice } from './Announcer';
import { focusNearest } from './focus';
import { Icon } from './icons';

/** Dispatched on the window when a dialog opened or closed: what floats above all has to move. */
export const DIALOGS_CHANGED = 'wh-dialogs-changed';

type Props = {
  title: ReactNode;
  /** Beside the title, before the button that closes. */
  aside?: ReactNode;
  children: ReactNode;
  /** Stays in view below what scrolls. */
  footer?: ReactNode;
  onClose: () => void;
  shape?: 'box' | 'wide' | 'drawer';
  /** What takes the focus afterwards when it came from nowhere, or from what is gone. */
  returnTo?: () => Element | null;
};

/** A modal window, or a drawer: focus stays inside, Escape closes, and focus returns to where it came from. */
export function Dialog({ title, aside, children, footer, onClose, shape = 'box', returnTo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const back = useRef(returnTo);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    const from = document.activeElement;
    const otherwise = back.current;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus], h2')?.focus();
    dispatchEvent(new Event(DIALOGS_CHANGED));
    return () => {
      element?.close();
      dispatchEvent(new Event(DIALOGS_CHANGED));
      if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
      focusNearest(() => otherwise?.());
    };
  }, []);

  // At the end of the page, whoever opens it: a form in a window that stands in a form would send that one.
  return createPortal(
    // A press outside closes, for pointers; keyboards have Escape, which the element turns into `cancel`.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={`wh-dialog wh-dialog--${shape}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        // A nested dialog's Escape comes by here as well, and is not ours.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A browser closes by itself at a second Escape. What is shown is ours to decide: it may be asked first.
        if (event.target !== dialog.current || dialog.current.open) return;
        dialog.current.showModal();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onSubmit={(event) => event.stopPropagation()}
    >
      <div className="wh-dialog__inside">
        <div className="wh-dialog__head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {aside}
          <button type="button" className="wh-icon-button" onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </div>
        <div className="wh-dialog__body">{children}</div>
        {footer && <div className="wh-dialog__foot">{footer}</div>}
        <Voice />
      </div>
    </dialog>,
    document.body,
  );
}
