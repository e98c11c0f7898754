import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { announce } from './Announcer';
import { Icon } from './icons';

type Toast = { id: number; text: string; tone: 'done' | 'trouble'; action?: { label: string; run: () => void } };

const STAYS_MS = 8_000;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(changed: readonly Toast[]): void {
  toasts = changed;
  listeners.forEach((listener) => listener());
}

/** Says at the edge of the screen, and aloud, what was done; with a way back where there is one. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; action?: NonNullable<Toast['action']> } = {},
): void {
  const { tone = 'done', action } = options;
  set([...toasts.slice(-2), { id: next++, text, tone, ...(action ? { action } : {}) }]);
  announce(action ? `${text} ${action.label} is at the end of the page.` : text);
}

const dismiss = (id: number) => set(toasts.filter((each) => each.id !== id));

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  if (shown.length === 0) return null;
  // Above an open dialog there is only what is inside it.
  const place = [...document.querySelectorAll('dialog[open] .wh-dialog__inside')].at(-1) ?? document.body;
  return createPortal(
    <section className="wh-toasts" aria-label="Notifications">
      {shown.map((each) => (
        <OneToast key={each.id} toast={each} />
      ))}
    </section>,
    place,
  );
}

function OneToast({ toast: { id, text, tone, action } }: { toast: Toast }) {
  const held = useRef(false);
  useEffect(() => {
    let left = STAYS_MS;
    // Whoever reads or reaches for it is given the time.
    const timer = setInterval(() => {
      if (!held.current) left -= 250;
      if (left <= 0) dismiss(id);
    }, 250);
    return () => clearInterval(timer);
  }, [id]);
  const hold = () => {
    held.current = true;
  };
  const letGo = () => {
    held.current = false;
  };
  return (
    <div
      className={`wh-toast wh-toast--${tone}`}
      onMouseEnter={hold}
      onMouseLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      <Icon name={tone === 'done' ? 'check' : 'warning'} />
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="wh-toast__action"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="wh-icon-button" aria-label="Dismiss" onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
