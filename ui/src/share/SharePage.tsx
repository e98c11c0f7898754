import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { clientQuery, listingQuery, referralQuery } from '../api/queries';
import type { Client, Referral, Share } from '../api/types';
import { Icon } from '../parts/icons';
import { NetworkMark, StatusTag } from '../parts/Marks';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton } from '../parts/States';
import { When } from '../parts/When';
import { CHANNELS, count, fullName } from '../parts/words';
import { byReferral } from './planned';
import { ShareForm } from './ShareForm';

const route = getRouteApi('/share');

/** What was sent, one line each; then Share with Client. */
export function SharePage() {
  const { referrals: ids, sent = false } = route.useSearch();
  const list = ids ? ids.split(',') : [];
  const answers = useQueries({ queries: list.map((id) => referralQuery(id)) });
  const referrals = answers.flatMap((answer) => (answer.data ? [answer.data] : []));
  const listings = useQueries({ queries: referrals.map((referral) => listingQuery(referral.listing.id)) });
  const clientId = referrals[0]?.client?.id ?? undefined;
  const client = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined });
  const [shared, setShared] = useState<Share | undefined>();

  const failed = answers.find((answer) => answer.error) ?? (client.error ? client : undefined);
  const title = sent ? (list.length === 1 ? 'Referral sent' : `${list.length} referrals sent`) : 'Share with Client';

  if (list.length === 0) {
    return (
      <Page title="Share with Client" width="reading">
        <Empty icon="envelope" title="Nothing is chosen to be shared">
          <p>Choose a referral in My Network Referrals, and share it from there.</p>
          <Link to="/referrals/$box" params={{ box: 'outbound' }} className="usa-button">
            My Network Referrals
          </Link>
        </Empty>
      </Page>
    );
  }
  if (failed) {
    return (
      <Page title={title} width="reading">
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (referrals.length < list.length || !client.data || listings.some((listing) => listing.isPending)) {
    return (
      <Page title={title} width="reading">
        <Skeleton shape="text" rows={8} label="Loading the referrals" />
      </Page>
    );
  }
  const known = listings.flatMap((listing) => (listing.data ? [listing.data] : []));
  return (
    <Page
      key={sent ? 'sent' : 'share'}
      title={title}
      lead={`For ${fullName(client.data.name)}`}
      width="reading"
      actions={<Ways ids={ids ?? ''} />}
    >
      <section className="wh-card" aria-label={count(referrals.length, 'referral')}>
        <ul className="wh-sent">
          {referrals.map((referral) => (
            <li key={referral.id}>
              <div>
                <Link to="/referrals/$box/$id" params={{ box: 'outbound', id: referral.id }}>
                  <strong>{referral.listing.program}</strong>
                </Link>
                <span className="wh-sent__line">
                  <NetworkMark network={referral.network} />
                  <span className="wh-sent__reference">
                    Reference <strong>{referral.reference}</strong>
                  </span>
                </span>
              </div>
              <StatusTag status={referral.status} label={referral.statusLabel} />
            </li>
          ))}
        </ul>
      </section>
      {shared ? (
        <Shared share={shared} referrals={referrals} client={client.data} />
      ) : (
        <ShareForm referrals={referrals} listings={known} client={client.data} heading={sent} onShared={setShared} />
      )}
    </Page>
  );
}

function Ways({ ids }: { ids: string }) {
  return (
    <>
      <Link to="/sheet" search={{ referrals: ids }} className="usa-button usa-button--outline">
        <Icon name="print" /> Print a sheet
      </Link>
      <Link to="/referrals/$box" params={{ box: 'outbound' }} className="usa-button usa-button--outline">
        My Network Referrals
      </Link>
    </>
  );
}

/** Once, when it appears: a function made anew each time it is drawn would be called each time. */
const takeFocus = (heading: HTMLElement | null) => heading?.focus();

function Shared({ share, referrals, client }: { share: Share; referrals: readonly Referral[]; client: Client }) {
  const lines = byReferral(share.followUps);
  return (
    <section className="wh-card wh-done" aria-labelledby="shared-heading">
      {/* The form is gone; who was in it goes on here. */}
      <h2 id="shared-heading" tabIndex={-1} ref={takeFocus}>
        <Icon name="check" /> Shared with {fullName(client.name)}
      </h2>
      <p>The first message is on its way. The client is asked later whether help arrived:</p>
      <ul className="wh-follow-ups">
        {referrals.map((referral) => {
          const followUps = lines.get(referral.id);
          return (
            <li key={referral.id}>
              <strong>{referral.listing.program}</strong>
              {followUps ? (
                <span>
                  <When at={followUps[0]!.dueAt} /> by{' '}
                  {followUps.map(({ channel }) => CHANNELS[channel].toLowerCase()).join(' and ')}
                </span>
              ) : (
                <span>no follow-up</span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="wh-buttons">
        <Link to="/referrals/$box" params={{ box: 'outbound' }} className="usa-button">
          My Network Referrals
        </Link>
        <Link to="/programs" className="usa-button usa-button--outline">
          Find programs
        </Link>
      </div>
    </section>
  );
}
