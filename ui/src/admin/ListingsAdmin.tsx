import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from '@trussworks/react-uswds';
import { useState } from 'react';
import { api, told } from '../api/client';
import { inWords } from '../api/problem';
import type { Listing } from '../api/types';
import { useMe } from '../app/me';
import { Icon } from '../parts/icons';
import { NetworkMark } from '../parts/Marks';
import { toast } from '../parts/Toasts';
import { useDelayed } from '../parts/useDelayed';
import { count } from '../parts/words';
import { AdminList } from './AdminList';
import { Find } from './Find';
import { stands, toSave, troubleOf, TROUBLES, type Standing } from './listing';
import { useAllListings } from './queries';

export function ListingsAdmin() {
  const me = useMe();
  const [words, setWords] = useState('');
  const [standing, setStanding] = useState<Standing | ''>('');
  const q = useDelayed(words.trim(), 250);
  const listings = useAllListings(q);
  const pause = usePause();
  const rows = listings.rows?.filter((listing) => standing === '' || stands(listing, standing));
  const troubled = listings.rows?.filter((listing) => stands(listing, 'TROUBLE')) ?? [];

  return (
    <>
      {troubled.length > 0 && standing !== 'TROUBLE' && (
        <div className="wh-attention">
          <Icon name="warning" />
          <p>
            <strong>
              {count(troubled.length, 'program')} {troubled.length === 1 ? 'gets' : 'get'} no referrals
            </strong>{' '}
            because email does not reach {troubled.length === 1 ? 'it' : 'them'}:{' '}
            {troubled.slice(0, 3).map((listing, at) => (
              <span key={listing.id}>
                {at > 0 && ', '}
                <Link to="/admin/listings/$id" params={{ id: listing.id }}>
                  {listing.program}
                </Link>
              </span>
            ))}
            {troubled.length > 3 && ` and ${troubled.length - 3} more`}.
          </p>
          <button type="button" className="wh-small-button" onClick={() => setStanding('TROUBLE')}>
            Show {troubled.length === 1 ? 'it' : 'them'}
          </button>
        </div>
      )}
      <Find label="Listings" placeholder="Program or organization" value={words} onChange={setWords}>
        <div className="wh-bar__field">
          <label htmlFor="standing">State</label>
          <Select
            id="standing"
            name="standing"
            value={standing}
            onChange={(event) => setStanding(event.target.value as Standing | '')}
          >
            <option value="">All</option>
            <option value="TROUBLE">Email does not reach them</option>
            <option value="PAUSED">Paused</option>
            <option value="OPEN">Take referrals</option>
          </Select>
        </div>
        <div className="wh-bar__end">
          <Link to="/admin/listings/$id" params={{ id: 'new' }} className="usa-button">
            <Icon name="add" /> Add a listing
          </Link>
        </div>
      </Find>
      <AdminList
        query={listings}
        rows={rows}
        label="Listings"
        one="listing"
        columns={['Program', 'Network', 'Needs', 'State', '']}
        empty={{
          icon: 'search',
          title: q || standing ? 'No listing fits' : 'There are no listings yet',
          ...(q || standing ? { onAll: () => (setWords(''), setStanding('')) } : {}),
        }}
        row={(listing) => {
          const trouble = troubleOf(listing);
          return (
            <tr
              key={listing.id}
              role="row"
              className={`wh-row wh-row--plain ${trouble ? 'wh-row--trouble' : listing.paused ? 'wh-row--resting' : ''}`}
            >
              <td role="cell" data-label="Program">
                <Link to="/admin/listings/$id" params={{ id: listing.id }} className="wh-table__title">
                  {listing.program}
                </Link>
                <span className="wh-table__second">{listing.organization.name}</span>
              </td>
              <td role="cell" data-label="Network">
                <NetworkMark network={listing.network} />
                {listing.referralEmail && (
                  <span className="wh-table__second wh-table__long">{listing.referralEmail}</span>
                )}
              </td>
              <td role="cell" data-label="Needs">
                {listing.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', ') ||
                  '—'}
              </td>
              <td role="cell" data-label="State">
                {trouble && (
                  <span className="wh-trouble">
                    <Icon name="warning" /> {TROUBLES[trouble].label}
                  </span>
                )}
                {listing.paused && <span className="wh-status wh-status--withdrawn">Paused</span>}
                {!trouble && !listing.paused && <span className="wh-quiet">Takes referrals</span>}
              </td>
              <td role="cell" className="wh-table__actions">
                {trouble ? (
                  // Pausing would save the address, and a saved address counts as looked after. So one has to look first.
                  <Link
                    to="/admin/listings/$id"
                    params={{ id: listing.id }}
                    className="wh-small-button"
                    aria-label={`Correct ${listing.program}`}
                  >
                    Correct
                  </Link>
                ) : (
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
                )}
              </td>
            </tr>
          );
        }}
      />
    </>
  );
}

/** Pauses a listing, or has it take referrals again; the way back is in the toast. */
function usePause() {
  const queries = useQueryClient();
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
      toast(`${listing.program} ${listing.paused ? 'is paused' : 'takes referrals again'}.`, {
        action: { label: 'Undo', run: () => pause.mutate({ id: listing.id, paused: !listing.paused }) },
      });
    },
    onError: (error) => toast(`${inWords(error).title}. ${inWords(error).text}`, { tone: 'trouble' }),
  });
  return pause;
}
