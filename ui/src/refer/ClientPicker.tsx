import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { clientQuery, useClients } from '../api/queries';
import type { Client } from '../api/types';
import { Combobox } from '../parts/Combobox';
import { Field } from '../parts/Field';
import { focusNearest } from '../parts/focus';
import { FormDialog } from '../parts/FormDialog';
import { Icon } from '../parts/icons';
import { Skeleton } from '../parts/States';
import { date } from '../parts/time';
import { useDelayed } from '../parts/useDelayed';
import { fullName, languageName, phoneWords } from '../parts/words';

const ClientForm = lazy(() => import('../clients/ClientForm').then((module) => ({ default: module.ClientForm })));

type Props = { clientId: string | undefined; onChoose: (id: string | undefined) => void; error: string | undefined };

/** Choose the client, or add one without leaving the page. */
export function ClientPicker({ clientId, onChoose, error }: Props) {
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const picker = useRef<HTMLDivElement>(null);
  const another = useRef<HTMLButtonElement>(null);
  const asked = useDelayed(words.trim(), 250);
  const clients = useClients(asked, clientId === undefined);
  // Those of an earlier word are not offered: who types fast and presses Enter would refer somebody else.
  const current = asked === words.trim() && !clients.isPlaceholderData;
  const chosen = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined });

  return (
    <div className="wh-picker" ref={picker}>
      {clientId !== undefined ? (
        <div className="wh-field" data-pointer="/clientId">
          <span className="usa-label">Client</span>
          <div className="wh-chosen">
            {chosen.data ? (
              <Who client={chosen.data} />
            ) : chosen.isError ? (
              <em>This client cannot be read.</em>
            ) : (
              <Skeleton rows={1} label="Loading the client" />
            )}
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              ref={another}
              onClick={() => {
                onChoose(undefined);
                focusNearest(() => picker.current?.querySelector('input'));
              }}
            >
              Choose another
            </button>
          </div>
          {error && <span className="usa-error-message">{error}</span>}
        </div>
      ) : (
        <div className="wh-picker__row">
          <Field
            label="Client"
            hint="Name, phone number or email"
            error={error}
            required
            pointer="/clientId"
            className="wh-picker__field"
          >
            {(wired) => (
              <Combobox
                {...wired}
                label="Clients"
                value={words}
                onText={setWords}
                busy={clients.isFetching}
                options={(current ? (clients.data?.clients ?? []) : []).map((client) => ({
                  key: client.id,
                  text: fullName(client.name),
                  detail: [
                    client.birthDate ? `born ${date(client.birthDate)}` : '',
                    client.phones?.[0] ? phoneWords(client.phones[0].number) : '',
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  value: client.id,
                }))}
                nothing={
                  !current ? 'Searching…' : clients.isSuccess ? 'No client found. Add them with the button.' : undefined
                }
                onChoose={(id) => {
                  setWords('');
                  onChoose(id);
                  focusNearest(() => another.current);
                }}
              />
            )}
          </Field>
          <button
            type="button"
            className="usa-button usa-button--outline wh-picker__add"
            onClick={() => setAdding(true)}
          >
            <Icon name="add" /> Add a client
          </button>
        </div>
      )}
      {adding && (
        <FormDialog title="Add a client" onClose={() => setAdding(false)} returnTo={() => another.current}>
          {(cancel) => (
            <Suspense fallback={<Skeleton shape="text" />}>
              <ClientForm
                onCancel={cancel}
                onSaved={(client) => {
                  setAdding(false);
                  onChoose(client.id);
                }}
              />
            </Suspense>
          )}
        </FormDialog>
      )}
    </div>
  );
}

function Who({ client }: { client: Client }) {
  return (
    <span className="wh-chosen__who">
      <strong>{fullName(client.name)}</strong>
      <span>
        {[
          client.birthDate ? `born ${date(client.birthDate)}` : '',
          languageName(client.language),
          client.zip ? `ZIP ${client.zip}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {client.safeContact.doNotContact && (
        <span className="wh-warning-line">Do not contact: nothing is sent to this client.</span>
      )}
      {client.safeContact.notes && (
        <span className="wh-warning-line">
          <Icon name="warning" /> Safe contact: {client.safeContact.notes}
        </span>
      )}
    </span>
  );
}
