import { useQuery } from '@tanstack/react-query';
import { boxKey, readBox } from '../api/boxes';
import type { Me, ReferralRow } from '../api/types';
import { useMe } from '../app/me';
import { CALM_MS } from './following';

/** Answered since this member last looked. */
export function isUnseen(row: ReferralRow, seenUntil: Me['seenUntil']): boolean {
  return row.answeredAt !== null && (seenUntil === null || row.answeredAt > seenUntil);
}

/** The number at My Network Referrals: answers among the newest fifty that this member has not seen. */
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
