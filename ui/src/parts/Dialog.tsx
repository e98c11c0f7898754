import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Voice } from './Announcer';
import { Icon } from './icons';

type Props = {
  title: ReactNode;
  /** Beside the title, before the button that closes. */
  aside?: ReactNode;
  children: ReactNode;
  /** Stays in view below what scrolls. */
  footer?: ReactNode;
  onClose: () => void;
  shape?: 'box' | 'wide' | 'drawer';
};

/** A modal window, or a drawer: focus stays inside, Escape closes, and focus returns to where it came from. */
export function Dialog({ title, aside, children, footer, onClose, shape = 'box' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    const from = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus], h2')?.focus();
    return () => {
      element?.close();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);

  return (
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
    >
      <div className="wh-dialog__inside">
        <header className="wh-dialog__head">
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {aside}
          <button type="button" className="wh-icon-button" onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </header>
        <div className="wh-dialog__body">{children}</div>
        {footer && <footer className="wh-dialog__foot">{footer}</footer>}
        <Voice />
      </div>
    </dialog>
  );
}
