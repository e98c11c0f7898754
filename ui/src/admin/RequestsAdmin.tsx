import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, told } from '../api/client';
import { inWords } from '../api/problem';
import { toast } from '../parts/Toasts';
import { When } from '../parts/When';
import { AdminList } from './AdminList';
import { useUpdateRequests } from './queries';

/** What receivers asked to have changed, from Manage Emails. */
export function RequestsAdmin() {
  const queries = useQueryClient();
  const requests = useUpdateRequests();
  const close = useMutation({
    mutationFn: (id: string) => told(api.POST('/api/update-requests/{id}/close', { params: { path: { id } } })),
    onSuccess: (request) => {
      void queries.invalidateQueries({ queryKey: ['admin', 'updateRequests'] });
      toast(`The request of ${request.listing.program} is closed.`);
    },
    onError: (error) => toast(`${inWords(error).title}. ${inWords(error).text}`, { tone: 'trouble' }),
  });
  return (
    <AdminList
      query={requests}
      rows={requests.rows}
      label="Requests for updates"
      columns={['Listing', 'What they ask', 'Since', '']}
      empty={{ icon: 'check', title: 'No requests are waiting' }}
      row={(request) => (
        <tr key={request.id} role="row" className="wh-row wh-row--plain">
          <td role="cell" data-label="Listing">
            <Link to="/admin/listings/$id" params={{ id: request.listing.id }} className="wh-table__title">
              {request.listing.program}
            </Link>
          </td>
          <td role="cell" data-label="What they ask" className="wh-table__text">
            {request.text}
          </td>
          <td role="cell" data-label="Since">
            <When at={request.at} as="ago" />
          </td>
          <td role="cell" className="wh-table__actions">
            {request.closedAt ? (
              <span className="wh-quiet">
                Closed <When at={request.closedAt} as="day" />
              </span>
            ) : (
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
            )}
          </td>
        </tr>
      )}
    />
  );
}
