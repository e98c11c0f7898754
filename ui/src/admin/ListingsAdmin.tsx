import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TextInput } from '@trussworks/react-uswds';
import { useState } from 'react';
import { api, told } from '../api/client';
import { inWords } from '../api/problem';
import { useListings } from '../api/queries';
import type { Listing } from '../api/types';
import { useMe } from '../app/me';
import { Icon } from '../parts/icons';
import { NetworkMark } from '../parts/Marks';
import { toast } from '../parts/Toasts';
import { useDelayed } from '../parts/useDelayed';
import { NOT_REFERABLE } from '../parts/words';
import { AdminList } from './AdminList';
import { toSave } from './listing';

export function ListingsAdmin() {
  const me = useMe();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const q = useDelayed(words.trim(), 250);
  const listings = useListings({ q: q || undefined, inNetworkFirst: false });
  const rows = listings.data?.pages.flatMap((page) => page.listings);

  const pause = useMutation({
    // What is saved is the whole listing as it stands, not as this list remembers it.
    mutationFn: async ({ id, paused }: { id: string; paused: boolean }) => {
      const now = await told<Listing>(api.GET('/api/listings/{id}', { params: { path: { id } } }));
      return told<Listing>(
        api.PUT('/api/listings/{id}', { params: { path: { id } }, body: { ...toSave(now), paused } }),
      );
    },
    onSuccess: (listing) => {
      queries.setQueryData(['listing', listing.id], listing);
      void queries.invalidateQueries({ queryKey: ['listings'] });
      toast(`${listing.program} ${listing.paused ? 'is paused' : 'takes referrals again'}.`);
    },
    onError: (error) => toast(`${inWords(error).title}. ${inWords(error).text}`, { tone: 'trouble' }),
  });

  return (
    <>
      <form
        className="wh-bar wh-bar--filters"
        role="search"
        aria-label="Listings"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="wh-bar__field wh-bar__field--wide">
          <label htmlFor="find-listing">Search</label>
          <TextInput
            id="find-listing"
            name="q"
            type="search"
            autoComplete="off"
            placeholder="Program or organization"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <div className="wh-bar__end">
          <Link to="/admin/listings/$id" params={{ id: 'new' }} className="usa-button">
            <Icon name="add" /> Add a listing
          </Link>
        </div>
      </form>
      <AdminList
        query={listings}
        rows={rows}
        label="Listings"
        columns={['Program', 'Network', 'Needs', 'State', '']}
        empty={{ icon: 'search', title: q ? 'No listing fits' : 'There are no listings yet' }}
        row={(listing) => (
          <tr key={listing.id} role="row" className="wh-row wh-row--plain">
            <td role="cell" data-label="Program">
              <Link to="/admin/listings/$id" params={{ id: listing.id }} className="wh-table__title">
                {listing.program}
              </Link>
              <span className="wh-table__second">{listing.organization.name}</span>
            </td>
            <td role="cell" data-label="Network">
              <NetworkMark network={listing.network} />
            </td>
            <td role="cell" data-label="Needs">
              {listing.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', ') ||
                '—'}
            </td>
            <td role="cell" data-label="State">
              {listing.notReferableBecause && listing.notReferableBecause !== 'OUT_OF_NETWORK_NOT_ENABLED' ? (
                <span className="wh-trouble">
                  {STATES[listing.notReferableBecause] ?? NOT_REFERABLE[listing.notReferableBecause].why}
                </span>
              ) : listing.paused ? (
                <span className="wh-trouble">{STATES.PAUSED}</span>
              ) : (
                <span className="wh-quiet">Takes referrals</span>
              )}
            </td>
            <td role="cell" className="wh-table__actions">
              <button
                type="button"
                className="wh-small-button"
                aria-label={`${listing.paused ? 'Resume' : 'Pause'} ${listing.program}`}
                aria-disabled={pause.isPending}
                onClick={() => {
                  if (!pause.isPending) pause.mutate({ id: listing.id, paused: !listing.paused });
                }}
              >
                {listing.paused ? 'Resume' : 'Pause'}
              </button>
            </td>
          </tr>
        )}
      />
    </>
  );
}

const STATES: Record<string, string> = {
  PAUSED: 'Paused',
  UNSUBSCRIBED: 'Unsubscribed from emails',
  BOUNCING: 'Emails come back',
};
