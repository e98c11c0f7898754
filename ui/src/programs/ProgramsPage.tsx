import { Select, TextInput } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { clientQuery, useListings } from '../api/queries';
import { Problem } from '../api/problem';
import type { Need } from '../api/types';
import { useMe } from '../app/me';
import { announce } from '../parts/Announcer';
import { errorAt, fieldErrors } from '../parts/errors';
import { Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton, Stale } from '../parts/States';
import { useFollowed } from '../parts/useFollowed';
import { count, fullName } from '../parts/words';
import { ProgramCard } from './ProgramCard';

const route = getRouteApi('/programs');

type Search = { q?: string; need?: Need; zip?: string; first?: 'off'; client?: string };

/** Find programs: what is asked for stands in the address, so that it can be kept, shared and gone back to. */
export function ProgramsPage() {
  const me = useMe();
  const search: Search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useFollowed(search.q ?? '');
  const [zip, setZip] = useFollowed(search.zip ?? '');

  const inNetworkFirst = search.first !== 'off';
  const listings = useListings({ q: search.q, need: search.need, zip: search.zip, inNetworkFirst });
  const found = listings.data?.pages.flatMap((page) => page.listings) ?? [];
  const number = `${count(found.length, 'program')}${listings.hasNextPage ? ' shown, more below' : ''}`;

  useEffect(() => {
    if (listings.isSuccess && !listings.isPlaceholderData) announce(number);
  }, [listings.isSuccess, listings.isPlaceholderData, number]);

  const look = (change: Partial<Record<keyof Search, string | undefined>>) => {
    const asked = {
      q: words.trim(),
      zip: zip.trim(),
      need: search.need,
      first: search.first,
      client: search.client,
      ...change,
    };
    void navigate({ search: Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Search });
  };
  const errors = listings.error instanceof Problem && listings.error.status === 422 ? fieldErrors(listings.error) : [];

  return (
    <Page title="Find programs">
      {search.client && <ForClient id={search.client} onLeave={() => look({ client: undefined })} />}
      <form
        className="wh-card wh-search"
        role="search"
        aria-label="Programs"
        onSubmit={(event) => {
          event.preventDefault();
          look({});
        }}
      >
        <Field label="What is needed?" className="wh-search__need" error={errorAt(errors, '/?need')}>
          {(wired) => (
            <Select
              {...wired}
              name="need"
              value={search.need ?? ''}
              onChange={(event) => look({ need: event.target.value })}
            >
              <option value="">Anything</option>
              {me.needs.map((need) => (
                <option key={need.code} value={need.code}>
                  {need.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="ZIP" className="wh-search__zip" error={errorAt(errors, '/?zip')}>
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="zip"
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              value={zip}
              onChange={(event) => setZip(event.target.value)}
            />
          )}
        </Field>
        <Field label="Search words" className="wh-search__words" error={errorAt(errors, '/?q')}>
          {(wired) => (
            <TextInput
              {...wired}
              type="search"
              name="q"
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="usa-button wh-search__go">
          <Icon name="search" /> Search
        </button>
      </form>

      <div className="wh-bar">
        <p className="wh-bar__count">{listings.isSuccess ? number : ' '}</p>
        <div className="wh-bar__sort">
          <label htmlFor="sort">Sort</label>
          <Select id="sort" name="sort" defaultValue="program">
            <option value="program">Program</option>
          </Select>
          <button
            type="button"
            className="wh-toggle"
            aria-pressed={inNetworkFirst}
            title={
              inNetworkFirst
                ? 'In network programs come first. Press to turn that off.'
                : 'Press to put in network programs first.'
            }
            onClick={() => look({ first: inNetworkFirst ? 'off' : undefined })}
          >
            <Icon name="twoArrows" />
            In network first: {inNetworkFirst ? 'on' : 'off'}
          </button>
        </div>
      </div>

      {listings.error && listings.data && <Stale error={listings.error} onRetry={() => void listings.refetch()} />}
      {listings.isPending ? (
        <Skeleton shape="card" rows={6} label="Loading programs" />
      ) : !listings.data ? (
        <Failed error={listings.error} onRetry={() => void listings.refetch()} />
      ) : found.length === 0 ? (
        <Wider search={search} look={look} needLabel={me.needs.find((need) => need.code === search.need)?.label} />
      ) : (
        <>
          <div className="wh-programs" aria-busy={listings.isPlaceholderData}>
            {found.map((listing) => (
              <ProgramCard key={listing.id} listing={listing} client={search.client} />
            ))}
          </div>
          {listings.hasNextPage && (
            <div className="wh-more">
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={listings.isFetchingNextPage}
                onClick={() => void listings.fetchNextPage()}
              >
                {listings.isFetchingNextPage ? 'Loading…' : 'Show more programs'}
              </button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** Somebody came from a client's profile: the referral will begin with them. */
function ForClient({ id, onLeave }: { id: string; onLeave: () => void }) {
  const client = useQuery(clientQuery(id));
  if (!client.data) return null;
  return (
    <p className="wh-for">
      <Icon name="person" />
      <span>
        For <strong>{fullName(client.data.name)}</strong>
      </span>
      <button type="button" className="usa-button usa-button--unstyled" onClick={onLeave}>
        For somebody else
      </button>
    </p>
  );
}

/** Nothing found: the nearest wider search, one press away. */
function Wider({
  search,
  look,
  needLabel,
}: {
  search: Search;
  look: (change: Partial<Search>) => void;
  needLabel: string | undefined;
}) {
  const wider = [
    ...(search.zip ? [{ label: `Look outside ${search.zip}`, change: { zip: undefined } }] : []),
    ...(search.q ? [{ label: `Leave out “${search.q}”`, change: { q: undefined } }] : []),
    ...(search.need ? [{ label: `Not only ${needLabel ?? 'this need'}`, change: { need: undefined } }] : []),
  ];
  return (
    <Empty icon="search" title={wider.length > 0 ? 'No program fits all of this' : 'The directory is empty'}>
      {wider.length > 0 ? (
        <div className="wh-buttons wh-buttons--center">
          {wider.map(({ label, change }, at) => (
            <button
              key={label}
              type="button"
              className={`usa-button ${at === 0 ? '' : 'usa-button--outline'}`}
              onClick={() => look(change)}
            >
              {label}
            </button>
          ))}
        </div>
      ) : (
        <p>A network administrator adds programs under Administration.</p>
      )}
    </Empty>
  );
}
