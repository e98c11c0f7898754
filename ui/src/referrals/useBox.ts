import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { arrivals, boxKey, changedRows, forgetOlder, readBox, type BoxPage, type Rows } from '../api/boxes';
import type { Box, ReferralRow, Status } from '../api/types';
import { stir, useFollowing } from './following';

/** Searching looks through so many of the newest, not through all that ever were. */
export const SEARCHES_THROUGH = 500;

const GLOWS_MS = 2_600;

export type Asked = { box: Box; status?: Status | undefined; q?: string | undefined; cursor?: string | undefined };

/** A page of a box that follows the truth; or, with words, what fits them among the newest five hundred. */
export function useBox({ box, status, q, cursor }: Asked, enabled: boolean) {
  const following = useFollowing();
  const page: BoxPage = { box, ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) };
  const words = q?.trim().toLowerCase() ?? '';
  return useQuery<Rows & { searchedAll?: boolean }>({
    queryKey: words ? ['box', box, page, words] : boxKey(page),
    queryFn: async ({ client, signal }) => {
      const rows = await (words ? search({ ...page, cursor: undefined }, words, signal) : readBox(page, signal));
      forgetOlder(client, rows.referrals);
      return rows;
    },
    placeholderData: keepPreviousData,
    enabled,
    ...following,
  });
}

async function search(page: BoxPage, words: string, signal: AbortSignal): Promise<Rows & { searchedAll: boolean }> {
  const found: ReferralRow[] = [];
  let cursor: string | null = null;
  for (let read = 0; read < SEARCHES_THROUGH; read += 100) {
    const rows: Rows = await readBox({ ...page, limit: 100, ...(cursor ? { cursor } : {}) }, signal);
    found.push(...rows.referrals.filter((row) => fits(row, words)));
    cursor = rows.cursor;
    if (!cursor) break;
  }
  return { referrals: found, cursor: null, searchedAll: cursor === null };
}

/** Every word somewhere in what the row shows. */
export function fits(row: ReferralRow, words: string): boolean {
  const shown = [
    row.reference,
    row.reference.replace('-', ''),
    row.statusLabel,
    row.listing.program,
    row.listing.organization.name,
    row.client?.name.given,
    row.client?.name.family,
    row.sender.organization.name,
    row.sender.caseworker.name,
  ]
    .join(' ')
    .toLowerCase();
  return words.split(/\s+/).every((word) => shown.includes(word));
}

/**
 * The rows that changed since they were last read: they glow once, and are told. Another page, filter or search is not a
 * change.
 */
export function useGlow(
  of: string,
  rows: ReferralRow[] | undefined,
  onChange: (changed: ReferralRow[], arrived: ReferralRow[]) => void,
): ReadonlySet<string> {
  const before = useRef<{ of: string; rows: ReferralRow[] | undefined }>({ of, rows: undefined });
  const tell = useRef(onChange);
  const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    tell.current = onChange;
  });

  useEffect(() => {
    if (!rows) return;
    const was = before.current;
    before.current = { of, rows };
    if (was.of !== of || !was.rows || was.rows === rows) return;
    const changed = changedRows(was.rows, rows);
    if (changed.length === 0) return;
    stir();
    tell.current(changed, arrivals(was.rows, changed));
    setGlowing(new Set(changed.map((row) => row.id)));
    const timer = setTimeout(() => setGlowing(new Set()), GLOWS_MS);
    return () => clearTimeout(timer);
  }, [of, rows]);

  return glowing;
}
