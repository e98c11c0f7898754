import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { clientQuery, listingQuery, referralQuery } from '../api/queries';
import { useMe } from '../app/me';
import { Icon } from '../parts/icons';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton } from '../parts/States';
import { languageName, phoneWords, withZip } from '../parts/words';
import { isGuarded } from '../share/guarded';
import { SHEET } from './sheetWords';

const route = getRouteApi('/sheet');

/**
 * A sheet of paper for a client without a phone: where to go, when, whom to call, what to bring. It carries no name, since
 * paper is found by others; and the words in the client's language where we have them.
 */
export function SheetPage() {
  const me = useMe();
  const { referrals: ids } = route.useSearch();
  const list = ids ? ids.split(',') : [];
  const referrals = useQueries({ queries: list.map((id) => referralQuery(id)) });
  const known = referrals.flatMap(({ data }) => (data ? [data] : []));
  const listings = useQueries({ queries: known.map((referral) => listingQuery(referral.listing.id)) });
  const clientId = known[0]?.client?.id ?? undefined;
  const client = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined });
  const failed = [...referrals, ...listings].find(({ error }) => error);

  if (list.length === 0) {
    return (
      <Page title="Referral sheet" width="reading">
        <Empty icon="print" title="Nothing is chosen to be printed">
          <Link to="/referrals/$box" params={{ box: 'outbound' }} className="usa-button">
            My Network Referrals
          </Link>
        </Empty>
      </Page>
    );
  }
  if (failed) {
    return (
      <Page title="Referral sheet" width="reading">
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  const places = listings.flatMap(({ data }) => (data ? [data] : []));
  if (places.length < list.length || (clientId !== undefined && client.isPending)) {
    return (
      <Page title="Referral sheet" width="reading">
        <Skeleton shape="text" rows={10} label="Loading the sheet" />
      </Page>
    );
  }
  const spoken = client.data?.language === 'es' ? 'es' : 'en';
  const words = SHEET[spoken];
  const sender = known[0]!.sender;
  const guarded = places.filter(isGuarded);
  return (
    <Page
      title="Referral sheet"
      width="reading"
      lead="For a client without a phone. It carries no name: paper is found by others."
      actions={
        <button type="button" className="usa-button" onClick={() => print()}>
          <Icon name="print" /> Print
        </button>
      }
    >
      {guarded.length > 0 && (
        <p className="wh-sheet__guarded">
          <Icon name="warning" /> {guarded.map(({ program }) => program).join(', ')}: whoever finds this paper learns
          what kind of help it is. Ask the client first whether it is safe to carry.
        </p>
      )}
      <article className="wh-sheet" lang={spoken}>
        <h2>{words.title}</h2>
        <p>{words.first}</p>
        {places.map((place, at) => (
          <section key={known[at]!.id}>
            <h3>{place.program}</h3>
            <p className="wh-sheet__organization">{place.organization.name}</p>
            <dl>
              {(
                [
                  [words.address, place.addressHidden ? words.hidden : withZip(place.address, place.zip)],
                  [words.phone, place.phones.map(phoneWords).join(', ')],
                  [words.hours, place.hours],
                  [words.apply, place.howToApply],
                  [words.bring, place.documents],
                  [words.who, place.eligibility],
                  [words.languages, place.languages.map((code) => languageName(code, spoken)).join(', ')],
                  [words.reference, known[at]!.reference],
                ] as const
              )
                .filter(([, text]) => Boolean(text))
                .map(([name, text]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <footer>
          <p>
            {words.questions} {sender.caseworker.name}
            {sender.caseworker.phone ? `, ${phoneWords(sender.caseworker.phone)}` : ''}, {me.organization.name}
          </p>
          <p>{words.emergency.join(' · ')}</p>
        </footer>
      </article>
    </Page>
  );
}
