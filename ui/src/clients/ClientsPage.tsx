import { Link, useNavigate } from '@tanstack/react-router';
import { TextInput } from '@trussworks/react-uswds';
import { lazy, Suspense, useState } from 'react';
import { useAllClients } from '../api/queries';
import { FormDialog } from '../parts/FormDialog';
import { Icon } from '../parts/icons';
import { Page } from '../parts/Page';
import { Empty, Failed, Skeleton, Stale } from '../parts/States';
import { date } from '../parts/time';
import { toast } from '../parts/Toasts';
import { useDelayed } from '../parts/useDelayed';
import { fullName, languageName, phoneWords } from '../parts/words';

const ClientForm = lazy(() => import('./ClientForm').then((module) => ({ default: module.ClientForm })));

export function ClientsPage() {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const q = useDelayed(words.trim(), 250);
  const clients = useAllClients(q);

  const rows = clients.data?.pages.flatMap((page) => page.clients);
  return (
    <Page
      title="Clients"
      actions={
        <button type="button" className="usa-button" onClick={() => setAdding(true)}>
          <Icon name="add" /> Add a client
        </button>
      }
    >
      <form
        className="wh-bar wh-bar--filters"
        role="search"
        aria-label="Clients"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="wh-bar__field wh-bar__field--wide">
          <label htmlFor="find-client">Search</label>
          <TextInput
            id="find-client"
            name="q"
            type="search"
            autoComplete="off"
            placeholder="Name, phone number or email"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      </form>
      {clients.error && rows && <Stale error={clients.error} onRetry={() => void clients.refetch()} />}
      {clients.isPending ? (
        <Skeleton rows={8} label="Loading clients" />
      ) : !rows ? (
        <Failed error={clients.error} onRetry={() => void clients.refetch()} />
      ) : rows.length === 0 ? (
        <Empty icon="person" title={q ? 'No client found' : 'No clients yet'}>
          {q && <p>Nobody of your organization has this name, number or address.</p>}
          <button type="button" className="usa-button" onClick={() => setAdding(true)}>
            Add a client
          </button>
        </Empty>
      ) : (
        <div className="wh-table-box">
          <table className="wh-table" role="table" aria-label="Clients">
            <thead role="rowgroup">
              <tr role="row">
                {['Name', 'Born', 'Language', 'Phone', 'Email'].map((column) => (
                  <th key={column} role="columnheader" scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((client) => (
                <tr
                  key={client.id}
                  role="row"
                  className="wh-row"
                  onClick={(event) => {
                    if (!(event.target as Element).closest('a'))
                      void navigate({ to: '/clients/$id', params: { id: client.id } });
                  }}
                >
                  <td role="cell" data-label="Name">
                    <Link to="/clients/$id" params={{ id: client.id }} className="wh-table__title">
                      {fullName(client.name)}
                    </Link>
                    {client.doNotContact && <span className="wh-trouble">Do not contact</span>}
                  </td>
                  <td role="cell" data-label="Born">
                    {client.birthDate ? date(client.birthDate) : '—'}
                  </td>
                  <td role="cell" data-label="Language">
                    {client.language ? languageName(client.language) : '—'}
                  </td>
                  <td role="cell" data-label="Phone">
                    {client.phones?.[0] ? phoneWords(client.phones[0].number) : '—'}
                  </td>
                  <td role="cell" data-label="Email" className="wh-table__long">
                    {client.emails?.[0]?.address ?? '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {clients.hasNextPage && (
        <div className="wh-more">
          <button
            type="button"
            className="usa-button usa-button--outline"
            aria-disabled={clients.isFetchingNextPage}
            onClick={() => clients.isFetchingNextPage || void clients.fetchNextPage()}
          >
            Show more
          </button>
        </div>
      )}
      {adding && (
        <FormDialog title="Add a client" onClose={() => setAdding(false)}>
          {(cancel) => (
            <Suspense fallback={<Skeleton shape="text" />}>
              <ClientForm
                onCancel={cancel}
                onSaved={(client) => {
                  setAdding(false);
                  toast(`${fullName(client.name)} is added.`);
                  void navigate({ to: '/clients/$id', params: { id: client.id }, ignoreBlocker: true });
                }}
              />
            </Suspense>
          )}
        </FormDialog>
      )}
    </Page>
  );
}
