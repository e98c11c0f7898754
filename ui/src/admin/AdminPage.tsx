import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { useRole } from '../app/me';
import { Page } from '../parts/Page';
import { Failed } from '../parts/States';

const TABS = [
  { to: '/admin/listings', label: 'Listings' },
  { to: '/admin/requests', label: 'Requests for updates' },
  { to: '/admin/members', label: 'Members' },
  { to: '/admin/organizations', label: 'Organizations' },
] as const;

export function AdminPage() {
  const administrator = useRole('ADMINISTRATOR');
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Page title="Administration">
      {administrator ? (
        <>
          <nav className="wh-tabs" aria-label="Administration">
            {TABS.map(({ to, label }) => (
              <Link key={to} to={to} className="wh-tabs__tab" aria-current={path.startsWith(to) ? 'page' : undefined}>
                {label}
              </Link>
            ))}
          </nav>
          <Outlet />
        </>
      ) : (
        <Failed error={new Problem(403)} />
      )}
    </Page>
  );
}
