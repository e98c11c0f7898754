/** Administration comes in one piece of its own, for the few who need it. */
export { AdminPage } from './AdminPage';
export { ListingAdmin } from './ListingAdmin';
export { ListingsAdmin } from './ListingsAdmin';
export { MembersAdmin } from './MembersAdmin';
export { OrganizationsAdmin } from './OrganizationsAdmin';
export { RequestsAdmin } from './RequestsAdmin';
