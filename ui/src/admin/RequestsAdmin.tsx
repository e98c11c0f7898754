import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from '@trussworks/react-uswds';
import { useState } from 'react';
import { api, told } from '../api/client';
import { inWords } from '../api/problem';
import { toast } from '../parts/Toasts';
import { When } from '../parts/When';
import { AdminList } from './AdminList';
import { useUpdateRequests } from './queries';

/** What receivers asked to have changed, from Manage Emails. Who waits longest comes first. */
export function RequestsAdmin() {
  const requests = useUpdateRequests();
  const close = useClosing();
  const [closed, setClosed] = useState(false);
  const rows = requests.rows?.filter((request) => (request.closedAt !== null) === closed);
  if (!closed) rows?.reverse();
  return (
    <>
      <div className="wh-bar wh-bar--filters">
        <div className="wh-bar__field">
          <label htmlFor="requests">Requests</label>
          <Select
            id="requests"
            name="requests"
            value={closed ? 'closed' : 'open'}
            onChange={(event) => setClosed(event.target.value === 'closed')}
          >
            <option value="open">Open</option>
            <option value="closed">Closed</option>
          </Select>
        </div>
      </div>
      <AdminList
        query={requests}
        rows={rows}
        label="Requests for updates"
        one={closed ? 'closed request' : 'open request'}
        columns={['Listing', 'What they ask', closed ? 'Closed' : 'Asked', '']}
        empty={
          closed
            ? { icon: 'history', title: 'No request has been closed yet' }
            : {
                icon: 'check',
                title: 'No requests are waiting',
                text: 'Receivers ask from Manage Emails, at the foot of every referral.',
              }
        }
        row={(request) => (
          <tr key={request.id} role="row" className="wh-row wh-row--plain">
            <td role="cell" data-label="Listing">
              <Link
                to="/admin/listings/$id"
                params={{ id: request.listing.id }}
                search={closed ? {} : { request: request.id }}
                className="wh-table__title"
              >
                {request.listing.program}
              </Link>
            </td>
            <td role="cell" data-label="What they ask" className="wh-table__text">
              {request.text}
            </td>
            <td role="cell" data-label={closed ? 'Closed' : 'Asked'}>
              <When at={request.closedAt ?? request.at} as="ago" />
            </td>
            <td role="cell" className="wh-table__actions">
              {!closed && (
                <span className="wh-table__pair">
                  <Link
                    to="/admin/listings/$id"
                    params={{ id: request.listing.id }}
                    search={{ request: request.id }}
                    className="wh-small-button"
                    aria-label={`Edit ${request.listing.program}`}
                  >
                    Edit listing
                  </Link>
                  <button
                    type="button"
                    className="wh-small-button"
                    aria-label={`Close the request of ${request.listing.program}`}
                    aria-disabled={close.isPending}
                    onClick={() => {
                      if (!close.isPending) close.mutate(request.id);
                    }}
                  >
                    Close
                  </button>
                </span>
              )}
            </td>
          </tr>
        )}
      />
    </>
  );
}

export function useClosing() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => told(api.POST('/api/update-requests/{id}/close', { params: { path: { id } } })),
    onSuccess: (request) => {
      void queries.invalidateQueries({ queryKey: ['admin', 'updateRequests'] });
      toast(`The request of ${request.listing.program} is closed.`);
    },
    onError: (error) => toast(`${inWords(error).title}. ${inWords(error).text}`, { tone: 'trouble' }),
  });
}
