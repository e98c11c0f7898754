import { useQuery } from '@tanstack/react-query';
import { boxKey, readBox } from '../api/boxes';
import type { Me, ReferralRow } from '../api/types';
import { useMe } from '../app/me';
import { CALM_MS } from './following';

/** Answered since this member last looked. */
export function isUnseen(row: ReferralRow, seenUntil: Me['seenUntil']): boolean {
  return row.answeredAt !== null && (seenUntil === null || row.answeredAt > seenUntil);
}

/** Of the number at My Network Referrals: answers among the newest fifty that this member has not seen. */
export function useUnseenAnswers(): number {
  const me = useMe();
  const page = { box: 'outbound' } as const;
  const { data } = useQuery({
    queryKey: boxKey(page),
    queryFn: ({ signal }) => readBox(page, signal),
    enabled: me.roles.includes('CASEWORKER'),
    refetchInterval: CALM_MS,
  });
  return data?.referrals.filter((row) => isUnseen(row, me.seenUntil)).length ?? 0;
}

/**
 * The other part of it: what came in and nobody has taken up yet. A review or an answer of any colleague lowers it, not a look:
 * somebody waits for each of these.
 */
export function useWaiting(): number {
  const me = useMe();
  const page = { box: 'inbound', status: 'SENT', limit: 100 } as const;
  const { data } = useQuery({
    queryKey: boxKey(page),
    queryFn: ({ signal }) => readBox(page, signal),
    enabled: me.roles.includes('RECEIVER'),
    refetchInterval: CALM_MS,
  });
  return data?.referrals.filter((row) => row.status === 'SENT').length ?? 0;
}

/** Both numbers in words, for those who hear them. */
export function tellCounts(unseen: number, waiting: number): string {
  return [
    unseen > 0 ? `${unseen} ${unseen === 1 ? 'answer' : 'answers'} not seen yet` : '',
    waiting > 0 ? `${waiting} waiting for an answer` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
