import { Link, useNavigate } from '@tanstack/react-router';
import type { Box, ReferralRow } from '../api/types';
import { Icon } from '../parts/icons';
import { OutOfNetworkTag, StatusTag } from '../parts/Marks';
import { When } from '../parts/When';
import { DELIVERY, deliveryWords, fullName } from '../parts/words';
import { FollowUpCell } from './followUps';

type Props = {
  box: Box;
  rows: ReferralRow[];
  glowing: ReadonlySet<string>;
  isNew: (row: ReferralRow) => boolean;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onMove: (id: string, kind: 'ARCHIVE' | 'RESTORE') => void;
};

/**
 * The rows of a box. Narrow screens draw each as a card with the same words; the roles keep it a table for those who hear it,
 * which the change of `display` would take away.
 */
export function ReferralTable({ box, rows, glowing, isNew, selected, onSelect, onMove }: Props) {
  const outbound = box === 'outbound';
  const inbound = box === 'inbound';
  const navigate = useNavigate();
  const archivable = rows.filter((row) => row.allowedActions.includes('ARCHIVE'));
  const all = archivable.length > 0 && archivable.every((row) => selected.has(row.id));

  const toggle = (id: string) => {
    const changed = new Set(selected);
    if (!changed.delete(id)) changed.add(id);
    onSelect(changed);
  };
  const columns = inbound
    ? ['Status', 'Client', 'From', 'For', 'Received']
    : ['Status', 'Program', 'Client', 'Sent', 'Follow-up'];

  return (
    <div className="wh-table-box">
      <table
        className="wh-table"
        role="table"
        aria-label={inbound ? 'Inbound referrals' : outbound ? 'Outbound referrals' : 'History'}
      >
        <thead role="rowgroup">
          <tr role="row">
            {outbound && (
              <th role="columnheader" scope="col" className="wh-table__check">
                <input
                  type="checkbox"
                  className="wh-check"
                  aria-label="Select all that can be archived"
                  checked={all}
                  disabled={archivable.length === 0}
                  onChange={() => onSelect(all ? new Set() : new Set(archivable.map((row) => row.id)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {column}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="usa-sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const name = inbound
              ? row.client
                ? fullName(row.client.name)
                : `Referral ${row.reference}`
              : row.listing.program;
            const opened = { to: '/referrals/$box/$id', params: { box, id: row.id }, search: true } as const;
            const title = (
              <Link {...opened} className="wh-table__title" preload={false}>
                {name}
              </Link>
            );
            return (
              // The link in the row is the way for keyboards; the rest of the row is a bigger target for pointers.

              <tr
                key={row.id}
                role="row"
                className={`wh-row ${glowing.has(row.id) ? 'wh-row--changed' : ''} ${selected.has(row.id) ? 'wh-row--selected' : ''}`}
                onClick={(event) => {
                  if (!(event.target as Element).closest('a, button, input, label')) void navigate(opened);
                }}
              >
                {outbound && (
                  <td role="cell" className="wh-table__check">
                    {row.allowedActions.includes('ARCHIVE') && (
                      <input
                        type="checkbox"
                        className="wh-check"
                        aria-label={`Select ${row.listing.program}, ${row.reference}`}
                        checked={selected.has(row.id)}
                        onChange={() => toggle(row.id)}
                      />
                    )}
                  </td>
                )}
                <td role="cell" data-label="Status" className="wh-table__status">
                  <StatusTag status={row.status} label={row.statusLabel} />
                  {isNew(row) && <span className="wh-new">New</span>}
                  {row.network === 'OUT' && row.delivery && DELIVERY[row.delivery.state].trouble && (
                    <span className="wh-trouble">
                      <Icon name="warning" /> {deliveryWords(row.delivery.state)}
                    </span>
                  )}
                </td>
                {inbound ? (
                  <>
                    <td role="cell" data-label="Client">
                      {title}
                      <span className="wh-table__second">{row.reference}</span>
                    </td>
                    <td role="cell" data-label="From">
                      <span>{row.sender.organization.name}</span>
                      <span className="wh-table__second">{row.sender.caseworker.name}</span>
                    </td>
                    <td role="cell" data-label="For">
                      {row.listing.program}
                    </td>
                  </>
                ) : (
                  <>
                    <td role="cell" data-label="Program">
                      {title}
                      <span className="wh-table__second">{row.listing.organization.name}</span>
                    </td>
                    <td role="cell" data-label="Client">
                      <span>{row.client ? fullName(row.client.name) : '—'}</span>
                      <span className="wh-table__second">{row.reference}</span>
                    </td>
                  </>
                )}
                <td role="cell" data-label={inbound ? 'Received' : 'Sent'} className="wh-table__sent">
                  <span className="wh-table__when">
                    <When at={row.sentAt} as="ago" />
                    {row.network === 'OUT' ? <OutOfNetworkTag /> : null}
                  </span>
                </td>
                {!inbound && (
                  <td role="cell" data-label="Follow-up">
                    <FollowUpCell row={row} />
                  </td>
                )}
                <td role="cell" className="wh-table__actions">
                  {inbound && row.allowedActions.includes('ACCEPT') && (
                    <Link
                      {...opened}
                      className="wh-small-button"
                      preload={false}
                      aria-label={`Answer the referral of ${name}`}
                    >
                      Answer
                    </Link>
                  )}
                  {row.allowedActions.includes('ARCHIVE') && (
                    <button
                      type="button"
                      className="wh-small-button"
                      aria-label={`Archive ${row.listing.program}, ${row.reference}`}
                      onClick={() => onMove(row.id, 'ARCHIVE')}
                    >
                      Archive
                    </button>
                  )}
                  {row.allowedActions.includes('RESTORE') && (
                    <button
                      type="button"
                      className="wh-small-button"
                      aria-label={`Restore ${row.listing.program}, ${row.reference}`}
                      onClick={() => onMove(row.id, 'RESTORE')}
                    >
                      Restore
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
