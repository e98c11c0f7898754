import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Checkbox, Radio } from '@trussworks/react-uswds';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import { inWords, Problem } from '../api/problem';
import { clientQuery } from '../api/queries';
import type { ConsentMethod, FieldError, ReferralsToCreate } from '../api/types';
import { useBasket } from '../app/me';
import type { BasketItem } from '../basket/basket';
import { BasketList } from '../basket/BasketList';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices } from '../parts/Field';
import { NetworkMark } from '../parts/Marks';
import { Page } from '../parts/Page';
import { useDelayed } from '../parts/useDelayed';
import { CONSENT_METHODS, count, fullName } from '../parts/words';
import { ClientPicker } from './ClientPicker';
import { NotesField } from './NotesField';
import { Preview } from './Preview';

type Props = { items: readonly BasketItem[]; fromBasket?: boolean; clientAtFirst: string | undefined };

export function ReferralForm({ items, fromBasket = false, clientAtFirst }: Props) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const basket = useBasket();
  const [clientId, setClientId] = useState(clientAtFirst);
  const [notes, setNotes] = useState('');
  const [consent, setConsent] = useState(false);
  const [method, setMethod] = useState<ConsentMethod>('VERBAL');
  const [tried, setTried] = useState(false);
  const withoutClient = tried && clientId === undefined;
  const client = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined });

  const listingIds = items.map((item) => item.id).join(',');
  const body = useMemo<ReferralsToCreate | undefined>(
    () =>
      clientId === undefined
        ? undefined
        : { clientId, listingIds: listingIds.split(','), consent: { given: consent, method }, notes },
    [clientId, listingIds, consent, method, notes],
  );

  // What is typed is looked at as soon as the hands rest.
  const resting = useDelayed(body, 400);
  const preview = useQuery({
    queryKey: ['preview', resting],
    queryFn: ({ signal }) => told(api.POST('/api/referrals/preview', { body: resting!, signal })),
    enabled: resting !== undefined,
    placeholderData: (before) => before,
    staleTime: 60_000,
    gcTime: 0,
  });

  // While the content is the same it goes with the same key: a lost answer never makes a second referral.
  const attempt = useRef({ of: '', key: '' });
  const create = useMutation({
    mutationFn: (wanted: ReferralsToCreate) => {
      const of = JSON.stringify(wanted);
      if (attempt.current.of !== of) attempt.current = { of, key: idempotencyKey() };
      return told(
        api.POST('/api/referrals', { body: wanted, params: { header: { 'Idempotency-Key': attempt.current.key } } }),
      );
    },
    onSuccess: ({ referrals }) => {
      referrals.forEach((referral) => queries.setQueryData(['referral', referral.id], referral));
      void queries.invalidateQueries({ queryKey: ['box'] });
      if (fromBasket) basket.clear();
      void navigate({
        to: '/share',
        search: { referrals: referrals.map((referral) => referral.id).join(','), sent: true },
      });
    },
  });
  const { reset } = create;
  useEffect(() => reset(), [body, reset]);

  const refused = fieldErrors(create.error);
  const foreseen = preview.data?.errors ?? fieldErrors(preview.error);
  const leaks = distinct([...refused, ...foreseen].filter((error) => error.pointer === '/notes'));
  const listingErrors = Object.fromEntries(
    items.map((item, at) => [item.id, errorAt([...refused, ...foreseen], `/listingIds/${at}`)]),
  );
  // The API may stop at the first kind of trouble; what is marked anyway is told with it.
  const summed = useMemo(() => {
    if (withoutClient) return NO_CLIENT;
    const { error } = create;
    if (!(error instanceof Problem) || error.status !== 422) return error;
    return new Problem(422, { errors: distinct([...error.errors, ...leaks]) });
    // The leaks of the moment that it was refused: a summary that changes while one types would take the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [create.error, withoutClient]);
  const out = items.filter((item) => item.network === 'OUT');
  const inside = items.filter((item) => item.network === 'IN');
  const who = client.data ? fullName(client.data.name) : 'The client';

  return (
    <Page
      title="Create referral"
      lead={
        items.length === 1 ? `${items[0]!.program}, ${items[0]!.organization}` : `To ${items.length} programs at once`
      }
    >
      <form
        className="wh-refer"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (create.isPending) return;
          if (body) create.mutate(body);
          else setTried(true);
        }}
      >
        <div className="wh-refer__form">
          {out.length > 0 && (
            <div className="wh-boxes">
              <div className="wh-box-yellow">
                <h2>{out.length === items.length ? 'Out of network' : `Out of network: ${names(out)}`}</h2>
                <p>
                  {out.length === 1 ? `${out[0]!.organization} is` : 'These organizations are'} not on this network. An
                  email without the client’s identity will be sent, and they can only answer Accepted or Rejected.
                </p>
              </div>
              <div className="wh-box-yellow">
                <h2>Notes leave the network</h2>
                <p>Avoid including any sensitive information in the notes section.</p>
              </div>
            </div>
          )}
          <ErrorSummary error={summed} />
          <section className="wh-card" aria-labelledby="refer-programs">
            <h2 id="refer-programs">{items.length === 1 ? 'Program' : count(items.length, 'program')}</h2>
            {fromBasket ? (
              <BasketList basket={basket} items={items} errors={listingErrors} />
            ) : (
              items.map((item, at) => (
                <div key={item.id} data-pointer={`/listingIds/${at}`} className="wh-refer__one">
                  <span>
                    <strong>{item.program}</strong>
                    <span>{item.organization}</span>
                    {listingErrors[item.id] && <span className="usa-error-message">{listingErrors[item.id]}</span>}
                  </span>
                  <NetworkMark network={item.network} />
                </div>
              ))
            )}
          </section>
          <section className="wh-card" aria-label="Client and notes">
            <ClientPicker
              clientId={clientId}
              onChoose={setClientId}
              error={withoutClient ? 'Choose the client.' : errorAt(refused, '/clientId')}
            />
            <NotesField value={notes} onChange={setNotes} leaks={leaks} outOfNetwork={out.length > 0} />
          </section>
          <section className="wh-card" aria-labelledby="refer-consent">
            <h2 id="refer-consent">Consent</h2>
            <Choices
              legend={<span className="usa-sr-only">Consent of the client</span>}
              error={
                errorAt(refused, '/consent/given') ?? refused.find(({ pointer }) => pointer === '/consent')?.detail
              }
              pointer="/consent"
            >
              <Checkbox
                id="consent"
                name="consent"
                label={`${who} consents to this referral`}
                labelDescription={<WhatIsShared inside={inside} out={out} />}
                checked={consent}
                onChange={(event) => setConsent(event.target.checked)}
              />
            </Choices>
            <Choices
              legend="Consent was given"
              className="wh-inline-choices"
              pointer="/consent/method"
              error={errorAt(refused, '/consent/method')}
            >
              {Object.entries(CONSENT_METHODS).map(([code, label]) => (
                <Radio
                  key={code}
                  id={`consent-${code}`}
                  name="method"
                  label={label}
                  value={code}
                  checked={method === code}
                  onChange={() => setMethod(code as ConsentMethod)}
                />
              ))}
            </Choices>
          </section>
          <div className="wh-buttons">
            <button type="submit" className="usa-button usa-button--big" aria-disabled={create.isPending}>
              {create.isPending ? 'Sending…' : items.length === 1 ? 'Send referral' : `Send ${items.length} referrals`}
            </button>
            <Link to={fromBasket ? '/basket' : '/programs'} className="usa-button usa-button--unstyled">
              Cancel
            </Link>
          </div>
        </div>
        <div className="wh-refer__preview">
          <Preview
            client={client.data}
            notes={notes}
            items={items}
            previews={preview.data?.previews}
            waitingFor={waitingFor(clientId, preview.error)}
          />
        </div>
      </form>
    </Page>
  );
}

const NO_CLIENT = new Problem(422, { errors: [{ pointer: '/clientId', detail: 'Choose the client.' }] });

function waitingFor(clientId: string | undefined, trouble: unknown): string | undefined {
  if (clientId === undefined) return 'Choose the client, and see it here as you write.';
  if (trouble instanceof Problem && trouble.status !== 422) {
    const { title, text } = inWords(trouble);
    return `${title}. ${text}`;
  }
  return undefined;
}

function distinct(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.map((error) => [`${error.start ?? ''} ${error.detail}`, error])).values()];
}

function names(items: readonly BasketItem[]): string {
  return items.map((item) => item.program).join(', ');
}

function WhatIsShared({ inside, out }: { inside: readonly BasketItem[]; out: readonly BasketItem[] }) {
  return (
    <>
      {inside.length > 0 && (
        <span className="wh-consent-line">
          <strong>{names(inside)}</strong> will see name, birth date, gender, household, language, address, phone
          numbers, email addresses and the notes.
        </span>
      )}
      {out.length > 0 && (
        <span className="wh-consent-line">
          <strong>{names(out)}</strong> will get age band, gender, household, language, the first three digits of the
          ZIP code, needs and the notes, without the name.
        </span>
      )}
    </>
  );
}
