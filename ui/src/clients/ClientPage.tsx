import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { boxKey, readBox } from '../api/boxes';
import { api, told } from '../api/client';
import { inWords } from '../api/problem';
import { channelQuery, clientQuery } from '../api/queries';
import type { Box, ChannelKind, ChannelState, Client } from '../api/types';
import { useMe } from '../app/me';
import { Dialog } from '../parts/Dialog';
import { EmailAddress } from '../parts/EmailAddress';
import { FormDialog } from '../parts/FormDialog';
import { Icon } from '../parts/icons';
import { OutOfNetworkTag, StatusTag } from '../parts/Marks';
import { Page } from '../parts/Page';
import { Failed, Skeleton } from '../parts/States';
import { date } from '../parts/time';
import { toast } from '../parts/Toasts';
import { When } from '../parts/When';
import { count, fullName, GENDERS, HOW, languageName, phoneWords, withZip } from '../parts/words';
import { ZONES } from '../parts/zones';

const ClientForm = lazy(() => import('./ClientForm').then((module) => ({ default: module.ClientForm })));
const route = getRouteApi('/clients/$id');

export function ClientPage() {
  const { id } = route.useParams();
  const client = useQuery(clientQuery(id));
  if (!client.data) {
    return (
      <Page title="Client" width="reading">
        {client.isPending ? (
          <Skeleton shape="text" rows={8} label="Loading the client" />
        ) : (
          <Failed error={client.error} onRetry={() => void client.refetch()} />
        )}
      </Page>
    );
  }
  return <Profile key={id} client={client.data} />;
}

function Profile({ client }: { client: Client }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { household } = client;
  const facts: [string, ReactNode][] = [
    ['Birth date', client.birthDate && date(client.birthDate)],
    ['Gender', GENDERS[client.gender]],
    [
      'Household',
      `${count(household.adults, 'adult')}${
        household.childrenAges.length > 0
          ? `, ${count(household.childrenAges.length, 'child', 'children')} (${household.childrenAges.join(', ')})`
          : ''
      }`,
    ],
    ['Language', languageName(client.language)],
    ['Address', withZip(client.address, client.zip)],
    ['Time zone', client.timeZone && (ZONES.find(({ id }) => id === client.timeZone)?.label ?? client.timeZone)],
    ['Needs', client.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', ')],
  ];
  return (
    // The document's title stays in the browser's history: no client is named in it.
    <Page
      title="Client profile"
      heading={fullName(client.name)}
      back={
        <Link to="/clients">
          <Icon name="left" /> Clients
        </Link>
      }
      actions={
        <>
          <Link to="/programs" search={{ client: client.id }} className="usa-button">
            Refer this client
          </Link>
          <button type="button" className="usa-button usa-button--outline" onClick={() => setEditing(true)}>
            Edit profile
          </button>
        </>
      }
    >
      {client.safeContact.doNotContact && (
        <p className="wh-standing wh-standing--out">
          <Icon name="warning" />
          <span>
            <strong>Do not contact this client.</strong> Nothing is sent to them by email or text.
          </span>
        </p>
      )}
      {client.safeContact.notes && (
        <div className="wh-safe">
          <Icon name="warning" />
          <div>
            <strong>Safe contact</strong>
            <p className="wh-prose">{client.safeContact.notes}</p>
          </div>
        </div>
      )}
      <div className="wh-two">
        <section className="wh-card" aria-labelledby="profile">
          <h2 id="profile">Profile</h2>
          <dl className="wh-dl">
            {facts
              .filter(([, fact]) => Boolean(fact))
              .map(([name, fact]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
          </dl>
        </section>
        <section className="wh-card" aria-labelledby="channels">
          <h2 id="channels">Email and text</h2>
          {client.emails.length + client.phones.length === 0 && (
            <p className="wh-quiet">No address and no number are known.</p>
          )}
          <ul className="wh-channel-list">
            {client.emails.map(({ address, state }) => (
              <ChannelLine key={address} kind="EMAIL" value={address} state={state} clientId={client.id} />
            ))}
            {client.phones.map(({ number, state }) => (
              <ChannelLine key={number} kind="SMS" value={number} state={state} clientId={client.id} />
            ))}
          </ul>
        </section>
      </div>
      <Referrals client={client} />
      {editing && (
        <FormDialog title={`Edit ${fullName(client.name)}`} onClose={() => setEditing(false)}>
          {(cancel) => (
            <Suspense fallback={<Skeleton shape="text" />}>
              <ClientForm
                client={client}
                onCancel={cancel}
                onSaved={() => {
                  setEditing(false);
                  toast('The profile is saved.');
                }}
              />
            </Suspense>
          )}
        </FormDialog>
      )}
    </Page>
  );
}

const STATES: Record<ChannelState, string> = {
  UNKNOWN: 'Never written to',
  SUBSCRIBED: 'Gets our messages',
  OPTED_OUT: 'Opted out',
};

/** Since when, how, and what to tell the client who wants messages again. */
function OptedOut({ kind, value }: { kind: ChannelKind; value: string }) {
  const { data } = useQuery(channelQuery(kind, value));
  return (
    <>
      <span className="wh-trouble">
        <span>
          {STATES.OPTED_OUT}
          {data?.since && (
            <>
              {' '}
              on <When at={data.since} as="day" />
            </>
          )}
          {data?.how && ` ${HOW[data.how]}`}
        </span>
      </span>
      {data?.tell && <span className="wh-channel-list__tell">{data.tell}</span>}
    </>
  );
}

function ChannelLine({
  kind,
  value,
  state,
  clientId,
}: {
  kind: ChannelKind;
  value: string;
  state: ChannelState;
  clientId: string;
}) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const shown = kind === 'SMS' ? phoneWords(value) : value;
  const optOut = useMutation({
    mutationFn: () =>
      told(api.POST('/api/channels/opt-out', { body: kind === 'EMAIL' ? { email: value } : { phone: value } })),
    onSuccess: () => {
      setAsking(false);
      toast(`No more messages go to ${shown}.`);
      void queries.invalidateQueries({ queryKey: ['client', clientId] });
      void queries.invalidateQueries({ queryKey: ['channel'] });
    },
  });
  return (
    <li>
      <Icon name={kind === 'EMAIL' ? 'envelope' : 'phone'} />
      <span className="wh-channel-list__what">
        <span>{kind === 'EMAIL' ? <EmailAddress>{shown}</EmailAddress> : shown}</span>
        {state === 'OPTED_OUT' ? (
          <OptedOut kind={kind} value={value} />
        ) : (
          <span className="wh-quiet">{STATES[state]}</span>
        )}
      </span>
      {state !== 'OPTED_OUT' && (
        <button
          type="button"
          className="wh-small-button"
          aria-label={`Record the opt-out of ${shown}`}
          onClick={() => setAsking(true)}
        >
          Record opt-out
        </button>
      )}
      {asking && (
        <Dialog
          title={`Stop messages to ${shown}?`}
          onClose={() => setAsking(false)}
          footer={
            <>
              <button
                type="button"
                className="usa-button usa-button--secondary"
                aria-disabled={optOut.isPending}
                onClick={() => optOut.mutate()}
              >
                Stop messages
              </button>
              <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAsking(false)}>
                Keep them
              </button>
            </>
          }
        >
          <p>
            Do this when the client asks you to. It holds at once, for every organization, and closes the follow-ups
            that are still owed. Only the client can take it back.
          </p>
          {optOut.error && (
            <p className="usa-error-message" role="alert">
              {inWords(optOut.error).title}. {inWords(optOut.error).text}
            </p>
          )}
        </Dialog>
      )}
    </li>
  );
}

function Referrals({ client }: { client: Client }) {
  const box = (name: Box) => ({ box: name, clientId: client.id, limit: 100 });
  const outbound = useQuery({
    queryKey: boxKey(box('outbound')),
    queryFn: ({ signal }) => readBox(box('outbound'), signal),
  });
  const history = useQuery({
    queryKey: boxKey(box('history')),
    queryFn: ({ signal }) => readBox(box('history'), signal),
  });
  const failed = outbound.error ? outbound : history.error ? history : undefined;
  const rows = [...(outbound.data?.referrals ?? []), ...(history.data?.referrals ?? [])];
  return (
    <section className="wh-card" aria-labelledby="client-referrals">
      <h2 id="client-referrals">Referrals</h2>
      {outbound.isPending || history.isPending ? (
        <Skeleton rows={3} label="Loading referrals" />
      ) : failed ? (
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      ) : rows.length === 0 ? (
        <p className="wh-quiet">Not referred yet.</p>
      ) : (
        <ul className="wh-sent">
          {rows.map((row) => (
            <li key={row.id}>
              <div>
                <Link to="/referrals/$box/$id" params={{ box: row.archivedAt ? 'history' : 'outbound', id: row.id }}>
                  <strong>{row.listing.program}</strong>
                </Link>
                <span className="wh-sent__line">
                  {row.listing.organization.name} · <When at={row.sentAt} as="day" />{' '}
                  {row.network === 'OUT' && <OutOfNetworkTag />}
                </span>
              </div>
              <StatusTag status={row.status} label={row.statusLabel} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
