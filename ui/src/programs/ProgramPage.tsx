import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { listingQuery } from '../api/queries';
import { useMe, useRole } from '../app/me';
import { Icon } from '../parts/icons';
import { Page } from '../parts/Page';
import { Failed, Skeleton } from '../parts/States';
import { languageName, NOT_REFERABLE, phoneWords, placeOf } from '../parts/words';
import { NetworkWay, ReferButtons } from './ProgramCard';

const route = getRouteApi('/programs/$id');

/** Everything that the directory says of one program. */
export function ProgramPage() {
  const { id } = route.useParams();
  const me = useMe();
  const caseworker = useRole('CASEWORKER');
  const listing = useQuery(listingQuery(id));
  if (listing.isPending) {
    return (
      <Page title="Program" width="reading">
        <Skeleton shape="text" rows={8} label="Loading the program" />
      </Page>
    );
  }
  if (!listing.data) {
    return (
      <Page title="Program" width="reading">
        <Failed error={listing.error} onRetry={() => void listing.refetch()} />
      </Page>
    );
  }
  const it = listing.data;
  return (
    <Page
      key={it.id}
      title={it.program}
      lead={it.organization.name}
      width="reading"
      actions={<NetworkWay listing={it} />}
    >
      <p className="wh-back">
        <Link to="/programs">
          <Icon name="left" /> Find programs
        </Link>
      </p>
      <div className="wh-card">
        {it.notReferableBecause && (
          <p className="wh-program__closed">
            <Icon name="warning" />
            <span>
              <strong>{NOT_REFERABLE[it.notReferableBecause].why}</strong>{' '}
              {NOT_REFERABLE[it.notReferableBecause].instead}
            </span>
          </p>
        )}
        {it.description && <p>{it.description}</p>}
        <dl className="wh-details">
          <Detail name="Helps with">
            {it.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', ')}
          </Detail>
          <Detail name="Who can come">{it.eligibility}</Detail>
          <Detail name="Where">{placeOf(it)}</Detail>
          <Detail name="Hours">{it.hours}</Detail>
          <Detail name="Phone">
            {it.phones.length > 0 &&
              it.phones.map((number) => (
                <a key={number} href={`tel:${number}`} className="wh-details__line">
                  {phoneWords(number)}
                </a>
              ))}
          </Detail>
          <Detail name="Languages">{it.languages.map((code) => languageName(code)).join(', ')}</Detail>
          <Detail name="How to apply">{it.howToApply}</Detail>
          <Detail name="What to bring">{it.documents}</Detail>
          <Detail name="Website">
            {it.website && (
              <a href={it.website} target="_blank" rel="noreferrer">
                {it.website.replace(/^https?:\/\//, '')}
                <span className="usa-sr-only"> (opens in a new tab)</span>
              </a>
            )}
          </Detail>
        </dl>
        {caseworker && it.referable && <ReferButtons listing={it} />}
      </div>
    </Page>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
