import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listingQuery } from '../api/queries';
import { useBasket } from '../app/me';
import { useBasketItems } from '../basket/basket';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton } from '../parts/States';
import { ReferralForm } from './ReferralForm';

const route = getRouteApi('/refer');

/** Create Referral: for one program, or for the basket. */
export function ReferPage() {
  const { listing, client } = route.useSearch();
  const items = useBasketItems(useBasket());
  const one = useQuery({ ...listingQuery(listing ?? ''), enabled: listing !== undefined });

  if (listing === undefined && items.length > 0) {
    return <ReferralForm items={items} fromBasket clientAtFirst={client} />;
  }
  if (one.data) {
    const { id, program, organization, network } = one.data;
    return <ReferralForm items={[{ id, program, organization: organization.name, network }]} clientAtFirst={client} />;
  }
  return (
    <Page title="Create referral" width="reading">
      {listing === undefined ? (
        <Empty icon="basket" title="The basket is empty">
          <p>Choose a program to refer to, or put several into the basket.</p>
          <Link to="/programs" className="usa-button">
            Find programs
          </Link>
        </Empty>
      ) : one.isPending ? (
        <Skeleton shape="text" rows={8} label="Loading the program" />
      ) : (
        <Failed error={one.error} onRetry={() => void one.refetch()} />
      )}
    </Page>
  );
}
