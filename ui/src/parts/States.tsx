import { useEffect, useState, type ReactNode } from 'react';
import { inWords, Problem } from '../api/problem';
import { Icon, type IconName } from './icons';

/** Drawn while something is read, but not before 200 ms: what comes at once must not flicker. */
export function Skeleton({
  rows = 5,
  shape = 'row',
  label = 'Loading',
}: {
  rows?: number;
  shape?: 'row' | 'card' | 'text';
  label?: string;
}) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={`wh-skeleton wh-skeleton--${shape}`} role="status" data-visible={visible}>
      <span className="usa-sr-only">{visible ? label : ''}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="wh-skeleton__piece" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What happened, and a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, text } = inWords(error);
  const offline = error instanceof Problem && error.status === 0;
  const hopeless = error instanceof Problem && (error.status === 403 || error.status === 404);
  return (
    <div className="wh-state wh-state--failed" role="alert">
      <Icon name={offline ? 'offline' : 'warning'} />
      <h2>{title}</h2>
      <p>{text}</p>
      {onRetry && !hopeless && (
        <button type="button" className="usa-button usa-button--outline" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="wh-state">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Above a list that is shown, when the latest reading of it failed. */
export function Stale({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title } = inWords(error);
  return (
    <div className="wh-stale" role="status">
      <Icon name="offline" />
      <span>{title}. You see what was last read.</span>
      <button type="button" className="usa-button usa-button--unstyled" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
