import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, redirect } from '@tanstack/react-router';
import type { Box, Need, Role, Status } from '../api/types';
import { Failed } from '../parts/States';
import { Page } from '../parts/Page';
import { STATUSES } from '../parts/words';
import { Frame } from './Frame';
import { Home } from './Home';
import { useRole } from './me';
import { NotForYou } from './NotForYou';

const text = (value: unknown): string | undefined => {
  const said = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return said === '' ? undefined : said;
};
/** Several ids in one parameter. They are opaque, and say nothing of anybody. */
const ids = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value.map(String) : (text(value) ?? '').split(',')).filter(Boolean).slice(0, 20);
  return list.length > 0 ? list : undefined;
};

/** A page of one role. Others are told so, and nothing is asked of the API for them. */
const only = (role: Role, title: string, Wanted: ReturnType<typeof lazyRouteComponent>) =>
  Object.assign(
    function OfOneRole() {
      return useRole(role) ? (
        <Wanted />
      ) : (
        <Page title={title}>
          <NotForYou whose={role} />
        </Page>
      );
    },
    Wanted.preload ? { preload: Wanted.preload } : {},
  );

const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => (
    <Page title="There is no such page" width="reading">
      <p>
        The address may be mistyped, or the page has moved. <Link to="/">Go to the start</Link>.
      </p>
    </Page>
  ),
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
});

/** `client`: for whom is being looked, so that the referral begins with them. */
type ProgramsSearch = { q?: string; need?: Need; zip?: string; first?: 'off'; client?: string };

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const programs = createRoute({
  getParentRoute: () => root,
  path: '/programs',
  validateSearch: (search: Record<string, unknown>): ProgramsSearch => ({
    ...(text(search.q) ? { q: text(search.q)! } : {}),
    ...(text(search.need) ? { need: text(search.need) as Need } : {}),
    ...(text(search.zip) ? { zip: text(search.zip)! } : {}),
    ...(search.first === 'off' ? { first: 'off' as const } : {}),
    ...(text(search.client) ? { client: text(search.client)! } : {}),
  }),
  component: lazyRouteComponent(() => import('../programs/ProgramsPage'), 'ProgramsPage'),
});

const program = createRoute({
  getParentRoute: () => root,
  path: '/programs/$id',
  component: lazyRouteComponent(() => import('../programs/ProgramPage'), 'ProgramPage'),
});

const basket = createRoute({
  getParentRoute: () => root,
  path: '/basket',
  component: only(
    'CASEWORKER',
    'Resource basket',
    lazyRouteComponent(() => import('../basket/BasketPage'), 'BasketPage'),
  ),
});

const refer = createRoute({
  getParentRoute: () => root,
  path: '/refer',
  validateSearch: (search: Record<string, unknown>): { listing?: string; client?: string } => ({
    ...(text(search.listing) ? { listing: text(search.listing)! } : {}),
    ...(text(search.client) ? { client: text(search.client)! } : {}),
  }),
  component: only(
    'CASEWORKER',
    'Create referral',
    lazyRouteComponent(() => import('../refer/ReferPage'), 'ReferPage'),
  ),
});

const share = createRoute({
  getParentRoute: () => root,
  path: '/share',
  validateSearch: (search: Record<string, unknown>): { referrals?: string; sent?: true } => ({
    ...(ids(search.referrals) ? { referrals: ids(search.referrals)!.join(',') } : {}),
    ...(search.sent ? { sent: true as const } : {}),
  }),
  component: only(
    'CASEWORKER',
    'Share with Client',
    lazyRouteComponent(() => import('../share/SharePage'), 'SharePage'),
  ),
});

const sheet = createRoute({
  getParentRoute: () => root,
  path: '/sheet',
  validateSearch: (search: Record<string, unknown>): { referrals?: string } => ({
    ...(ids(search.referrals) ? { referrals: ids(search.referrals)!.join(',') } : {}),
  }),
  component: only(
    'CASEWORKER',
    'Referral sheet',
    lazyRouteComponent(() => import('../sheet/SheetPage'), 'SheetPage'),
  ),
});

const BOXES: readonly Box[] = ['outbound', 'inbound', 'history'];

const referrals = createRoute({
  getParentRoute: () => root,
  path: '/referrals/$box',
  params: {
    parse: ({ box }) => ({ box: (BOXES.find((each) => each === box) ?? 'outbound') as Box }),
    stringify: ({ box }) => ({ box }),
  },
  validateSearch: (search: Record<string, unknown>): { status?: Status; q?: string } => ({
    ...(text(search.status) && text(search.status)! in STATUSES ? { status: text(search.status) as Status } : {}),
    ...(text(search.q) ? { q: text(search.q)! } : {}),
  }),
  component: lazyRouteComponent(() => import('../referrals/ReferralsPage'), 'ReferralsPage'),
});

const drawer = createRoute({
  getParentRoute: () => referrals,
  path: '/$id',
  component: lazyRouteComponent(() => import('../referrals/ReferralDrawer'), 'ReferralDrawer'),
});

const noBox = createRoute({
  getParentRoute: () => root,
  path: '/referrals',
  component: lazyRouteComponent(() => import('../referrals/ReferralsPage'), 'AnyBox'),
});

const clients = createRoute({
  getParentRoute: () => root,
  path: '/clients',
  component: only(
    'CASEWORKER',
    'Clients',
    lazyRouteComponent(() => import('../clients/ClientsPage'), 'ClientsPage'),
  ),
});

const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id',
  component: only(
    'CASEWORKER',
    'Client',
    lazyRouteComponent(() => import('../clients/ClientPage'), 'ClientPage'),
  ),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('../admin'), 'AdminPage'),
});
const adminStart = createRoute({
  getParentRoute: () => admin,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/admin/listings' });
  },
});
const adminListings = createRoute({
  getParentRoute: () => admin,
  path: '/listings',
  component: lazyRouteComponent(() => import('../admin'), 'ListingsAdmin'),
});
const adminListing = createRoute({
  getParentRoute: () => admin,
  path: '/listings/$id',
  validateSearch: (search: Record<string, unknown>): { request?: string } => ({
    ...(text(search.request) ? { request: text(search.request)! } : {}),
  }),
  component: lazyRouteComponent(() => import('../admin'), 'ListingAdmin'),
});
const adminRequests = createRoute({
  getParentRoute: () => admin,
  path: '/requests',
  component: lazyRouteComponent(() => import('../admin'), 'RequestsAdmin'),
});
const adminMembers = createRoute({
  getParentRoute: () => admin,
  path: '/members',
  component: lazyRouteComponent(() => import('../admin'), 'MembersAdmin'),
});
const adminOrganizations = createRoute({
  getParentRoute: () => admin,
  path: '/organizations',
  component: lazyRouteComponent(() => import('../admin'), 'OrganizationsAdmin'),
});

const tree = root.addChildren([
  home,
  programs,
  program,
  basket,
  refer,
  share,
  sheet,
  noBox,
  referrals.addChildren([drawer]),
  clients,
  client,
  admin.addChildren([adminStart, adminListings, adminListing, adminRequests, adminMembers, adminOrganizations]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
