import type { QueryClient } from '@tanstack/react-query';
import { answered, api, problemOf } from './client';
import type { Box, Referral, ReferralRow, Status } from './types';

/** One page of a box, as it is asked for. */
export type BoxPage = {
  box: Box;
  status?: Status | undefined;
  clientId?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

export type Rows = { referrals: ReferralRow[]; cursor: string | null };

export const boxKey = (page: BoxPage) => ['box', page.box, page] as const;

const known = new Map<string, { etag: string; rows: Rows }>();

/** Reads a page, and costs the API little more than a comparison while nothing changed. */
export async function readBox(page: BoxPage, signal?: AbortSignal): Promise<Rows> {
  const key = JSON.stringify(page);
  const before = known.get(key);
  const { data, error, response } = await answered(
    api.GET('/api/referrals', {
      params: { query: page, ...(before ? { header: { 'If-None-Match': before.etag } } : {}) },
      ...(signal ? { signal } : {}),
    }),
  );
  if (response.status === 304 && before) return before.rows;
  if (!data) throw problemOf(response, error);
  const etag = response.headers.get('ETag');
  if (etag) known.set(key, { etag, rows: data });
  return data;
}

/**
 * The own change is on every screen at once, before any list is read again. A reading that was under way began before the
 * change and is dropped.
 */
export async function applyOwnChange(queries: QueryClient, referral: Referral): Promise<void> {
  known.clear();
  await queries.cancelQueries({ queryKey: ['box'] });
  queries.setQueryData(['referral', referral.id], referral);
  for (const [key, rows] of queries.getQueriesData<Rows>({ queryKey: ['box'] })) {
    if (rows)
      queries.setQueryData<Rows>(key, { ...rows, referrals: withChange(rows.referrals, referral, key[1] as Box) });
  }
  void queries.invalidateQueries({ queryKey: ['box'] });
}

export function withChange(rows: ReferralRow[], changed: Referral, box: Box): ReferralRow[] {
  const leaves =
    (box === 'outbound' && changed.archivedAt !== null) || (box === 'history' && changed.archivedAt === null);
  return leaves
    ? rows.filter((row) => row.id !== changed.id)
    : rows.map((row) => (row.id === changed.id ? changed : row));
}

/** Which of the rows that changed were not there before, and wait for an answer. */
export function arrivals(before: ReferralRow[], changed: ReferralRow[]): ReferralRow[] {
  const known = new Set(before.map((row) => row.id));
  return changed.filter((row) => row.status === 'SENT' && !known.has(row.id));
}

/** What of a row a reader would call a change. */
export function standing(row: ReferralRow): string {
  return JSON.stringify([
    row.status,
    row.version,
    row.answeredAt,
    row.delivery?.state,
    row.clientAnswer,
    row.shares?.map((share) => [share.channel, share.delivery?.state]),
    row.followUps?.map((followUp) => [followUp.state, followUp.answer]),
  ]);
}

/** A list that knows more of a referral than what was read of it before: the older is shown to nobody again. */
export function forgetOlder(queries: QueryClient, rows: readonly ReferralRow[]): void {
  for (const row of rows) {
    const queryKey = ['referral', row.id];
    const read = queries.getQueryData<Referral>(queryKey);
    if (!read || !tellsMore(row, read)) continue;
    queries.removeQueries({ queryKey, type: 'inactive' });
    void queries.invalidateQueries({ queryKey });
  }
}

function tellsMore(row: ReferralRow, read: Referral): boolean {
  if (row.version !== read.version) return row.version > read.version;
  // A row may leave things out.
  const sameOfIt = Object.fromEntries(Object.entries(read).filter(([name]) => name in row)) as ReferralRow;
  return standing(row) !== standing(sameOfIt);
}

/** Which rows are not what they were. The first reading of a page changes nothing. */
export function changedRows(before: ReferralRow[] | undefined, now: ReferralRow[]): ReferralRow[] {
  if (!before) return [];
  const was = new Map(before.map((row) => [row.id, standing(row)]));
  return now.filter((row) => was.get(row.id) !== standing(row));
}
