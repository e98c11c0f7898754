import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { announce } from './Announcer';
import { DIALOGS_CHANGED } from './Dialog';
import { focusNearest } from './focus';
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
  // Above an open dialog there is only what is inside it, and what is inside it goes with it.
  const place = useSyncExternalStore(followDialogs, topmost);
  // Where somebody was who came to a toast by keyboard: there they go on.
  const from = useRef<Element | null>(null);
  if (shown.length === 0) return null;
  return createPortal(
    <section
      className="wh-toasts"
      aria-label="Notifications"
      onFocus={(event) => {
        const before = event.relatedTarget as Element | null;
        if (before && !event.currentTarget.contains(before)) from.current = before;
      }}
    >
      {shown.map((each) => (
        <OneToast key={each.id} toast={each} onGone={() => focusNearest(() => from.current)} />
      ))}
    </section>,
    place,
  );
}

function followDialogs(listener: () => void): () => void {
  addEventListener(DIALOGS_CHANGED, listener);
  return () => removeEventListener(DIALOGS_CHANGED, listener);
}

const topmost = (): Element =>
  [...document.querySelectorAll('dialog[open] .wh-dialog__inside')].at(-1) ?? document.body;

function OneToast({ toast: { id, text, tone, action }, onGone }: { toast: Toast; onGone: () => void }) {
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
            onGone();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="wh-icon-button" aria-label="Dismiss" onClick={() => (dismiss(id), onGone())}>
        <Icon name="close" />
      </button>
    </div>
  );
}
