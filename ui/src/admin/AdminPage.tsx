import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useRole } from '../app/me';
import { NotForYou } from '../app/NotForYou';
import { useUpdateRequests } from './queries';
import { Page } from '../parts/Page';

const TABS = [
  { to: '/admin/listings', label: 'Listings' },
  { to: '/admin/requests', label: 'Requests for updates' },
  { to: '/admin/members', label: 'Members' },
  { to: '/admin/organizations', label: 'Organizations' },
] as const;

export function AdminPage() {
  const administrator = useRole('ADMINISTRATOR');
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (!administrator) {
    return (
      <Page title="Administration">
        <NotForYou whose="ADMINISTRATOR" />
      </Page>
    );
  }
  const here = TABS.find(({ to }) => path.startsWith(to));
  return (
    <Page title={here ? `${here.label} · Administration` : 'Administration'} heading="Administration">
      <nav className="wh-tabs" aria-label="Administration">
        {TABS.map((tab) => (
          <Link key={tab.to} to={tab.to} className="wh-tabs__tab" aria-current={tab === here ? 'page' : undefined}>
            {tab.label}
            {tab.to === '/admin/requests' && <OpenRequests />}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}

/** How many ask and wait. */
function OpenRequests() {
  const open = useUpdateRequests().rows?.filter((request) => request.closedAt === null).length ?? 0;
  return open === 0 ? null : (
    <span className="wh-count">
      {open}
      <span className="usa-sr-only"> open</span>
    </span>
  );
}
