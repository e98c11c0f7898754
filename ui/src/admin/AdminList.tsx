import type { ReactNode } from 'react';
import type { IconName } from '../parts/icons';
import { Empty, Failed, Skeleton, Stale } from '../parts/States';
import { count } from '../parts/words';

type Query = {
  isPending: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

type Props<T> = {
  query: Query;
  rows: T[] | undefined;
  label: string;
  /** What one row is called. */
  one: string;
  columns: string[];
  /** `onAll` where nothing fits what was asked: it asks for all. */
  empty: { icon: IconName; title: string; text?: string; onAll?: () => void };
  row: (row: T) => ReactNode;
};

/** A table of administration in each of its states. */
export function AdminList<T>({ query, rows, label, one, columns, empty, row }: Props<T>) {
  if (query.isPending) return <Skeleton rows={8} label={`Loading ${label.toLowerCase()}`} />;
  if (!rows) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {query.error !== null && <Stale error={query.error} onRetry={() => void query.refetch()} />}
      <p className="wh-list-count" role="status">
        {rows.length > 0 && `${count(rows.length, one)}${query.hasNextPage ? ' so far' : ''}`}
      </p>
      {rows.length === 0 ? (
        <Empty icon={empty.icon} title={empty.title}>
          {empty.text && <p>{empty.text}</p>}
          {empty.onAll && (
            <button type="button" className="usa-button" onClick={empty.onAll}>
              Show all
            </button>
          )}
        </Empty>
      ) : (
        <div className="wh-table-box">
          <table className="wh-table" role="table" aria-label={label}>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <th key={column} role="columnheader" scope="col">
                    {column === '' ? <span className="usa-sr-only">Actions</span> : column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">{rows.map(row)}</tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <div className="wh-more">
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </button>
        </div>
      )}
    </>
  );
}
