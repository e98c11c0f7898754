import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useBasketItems } from '../basket/basket';
import { Icon } from '../parts/icons';
import { ROLES } from '../parts/words';
import { tellCounts, useUnseenAnswers, useWaiting } from '../referrals/unseen';
import { session } from '../signin/session';
import { Brand } from './Gate';
import { useBasket, useMe, useRole } from './me';

/** The header with the ways to go, and below it the screen. */
export function Frame() {
  return (
    <>
      <a className="usa-skipnav" href="#main" onClick={skip}>
        Skip to main content
      </a>
      <Header />
      <Offline />
      <main id="main" className="wh-main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

function skip(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Header() {
  const caseworker = useRole('CASEWORKER');
  const receiver = useRole('RECEIVER');
  const administrator = useRole('ADMINISTRATOR');
  const basket = useBasketItems(useBasket());
  const unseen = useUnseenAnswers();
  const waiting = useWaiting();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The menu is open on one page: going to another closes it.
  const [openOn, setOpenOn] = useState<string | undefined>();
  const open = openOn === path;
  const setOpen = (wanted: boolean) => setOpenOn(wanted ? path : undefined);

  return (
    // Escape closes the menu from wherever inside the focus is.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <header className="wh-header" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <div className="wh-header__bar">
        <Link to="/" className="wh-header__brand" aria-label="Warm Handoff, home">
          <Brand />
        </Link>
        <button
          type="button"
          className="wh-header__menu"
          aria-expanded={open}
          aria-controls="wh-nav"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
          Menu
          <Counts unseen={unseen} waiting={waiting} />
        </button>
        <nav id="wh-nav" className="wh-nav" aria-label="Main" data-open={open}>
          <ul>
            <Way to="/programs" current={path.startsWith('/programs')}>
              Find programs
            </Way>
            {(caseworker || receiver) && (
              <Way
                to={caseworker ? '/referrals/outbound' : '/referrals/inbound'}
                current={path.startsWith('/referrals')}
              >
                My Network Referrals
                <Counts unseen={unseen} waiting={waiting} />
              </Way>
            )}
            {caseworker && (
              <Way to="/clients" current={path.startsWith('/clients')}>
                Clients
              </Way>
            )}
            {administrator && (
              <Way to="/admin/listings" current={path.startsWith('/admin')}>
                Administration
              </Way>
            )}
          </ul>
        </nav>
        <div className="wh-header__end">
          {caseworker && (
            <Link to="/basket" className="wh-header__basket" aria-current={path === '/basket' ? 'page' : undefined}>
              <Icon name="basket" />
              <span>Basket</span>
              <span className={`wh-count ${basket.length === 0 ? 'wh-count--none' : ''}`}>
                {basket.length}
                <span className="usa-sr-only"> programs</span>
              </span>
            </Link>
          )}
          <Member />
        </div>
      </div>
    </header>
  );
}

function Counts({ unseen, waiting }: { unseen: number; waiting: number }) {
  if (unseen + waiting === 0) return null;
  const words = tellCounts(unseen, waiting);
  return (
    <span className="wh-count" title={words}>
      <span aria-hidden="true">{unseen + waiting}</span>
      <span className="usa-sr-only">{words}</span>
    </span>
  );
}

function Way({ to, current, children }: { to: string; current: boolean; children: ReactNode }) {
  return (
    <li>
      <Link to={to} className="wh-nav__way" aria-current={current ? 'page' : undefined}>
        {children}
      </Link>
    </li>
  );
}

function Member() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  return (
    // Escape and leaving close it, from wherever inside the focus is.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="wh-member"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="wh-member__button"
        aria-expanded={open}
        aria-controls="wh-member"
        onClick={() => setOpen(!open)}
        ref={button}
      >
        <span className="wh-member__initials" aria-hidden="true">
          {initials(me.name)}
        </span>
        <span className="wh-member__name">
          <span>{me.name}</span>
          <span className="wh-member__organization">{me.organization.name}</span>
        </span>
        <Icon name="down" />
      </button>
      <div id="wh-member" className="wh-member__menu" hidden={!open}>
        <p className="wh-member__who">
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          <span>{me.organization.name}</span>
          <span>{me.roles.map((role) => ROLES[role].label).join(', ')}</span>
        </p>
        <button type="button" className="usa-button usa-button--outline" onClick={() => void session.signOut()}>
          Sign out
        </button>
      </div>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}

function Offline() {
  const [online, setOnline] = useState(navigator.onLine !== false);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status">
      {!online && (
        <div className="wh-offline">
          <Icon name="offline" /> You are offline. What you see was last read; nothing is sent until the connection is
          back.
        </div>
      )}
    </div>
  );
}
