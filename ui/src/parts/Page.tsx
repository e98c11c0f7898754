import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The way to where this belongs, above the heading. */
  back?: ReactNode;
  children: ReactNode;
  width?: 'wide' | 'reading';
  heading?: ReactNode;
};

/** The document's title while this is shown; afterwards what it was. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Warm Handoff`;
    return () => {
      document.title = before;
    };
  }, [title]);
}

/** A screen: its title is the document's, and the heading takes the focus when one arrives. */
export function Page({ title, heading, lead, actions, back, children, width = 'wide' }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    // Not on the very first page: there the browser begins where it always does.
    if (document.body.dataset.arrived) head.current?.focus({ preventScroll: true });
    document.body.dataset.arrived = 'yes';
  }, []);
  return (
    <div className={`wh-page wh-page--${width}`}>
      {back && <p className="wh-back">{back}</p>}
      <div className="wh-page__head">
        <div>
          <h1 tabIndex={-1} ref={head}>
            {heading ?? title}
          </h1>
          {lead && <p className="wh-page__lead">{lead}</p>}
        </div>
        {actions && <div className="wh-page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
