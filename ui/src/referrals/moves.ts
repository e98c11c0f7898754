import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { applyOwnChange } from '../api/boxes';
import { api, told } from '../api/client';
import { inWords, Problem } from '../api/problem';
import type { Referral, RejectReason } from '../api/types';
import { focusNearest } from '../parts/focus';
import { toast } from '../parts/Toasts';
import { stir } from './following';

export type Move =
  | { kind: 'REVIEW' | 'ACCEPT' | 'UNDO' | 'WITHDRAW' | 'ARCHIVE' | 'RESTORE' }
  | { kind: 'REJECT'; reason: RejectReason; details: string };

/** Makes a move. Whether it is open is the API's to say. */
export function make(id: string, move: Move): Promise<Referral> {
  const params = { path: { id } };
  switch (move.kind) {
    case 'REVIEW':
      return told(api.POST('/api/referrals/{id}/review', { params }));
    case 'ACCEPT':
      return told(api.POST('/api/referrals/{id}/accept', { params }));
    case 'REJECT':
      return told(
        api.POST('/api/referrals/{id}/reject', {
          params,
          body: { reason: move.reason, ...(move.details ? { details: move.details } : {}) },
        }),
      );
    case 'UNDO':
      return told(api.POST('/api/referrals/{id}/undo', { params }));
    case 'WITHDRAW':
      return told(api.POST('/api/referrals/{id}/withdraw', { params }));
    case 'ARCHIVE':
      return told(api.POST('/api/referrals/{id}/archive', { params }));
    case 'RESTORE':
      return told(api.POST('/api/referrals/{id}/restore', { params }));
  }
}

/** A move of one referral; what stands afterwards is on every screen at once, also where another was faster. */
export function useMove(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => make(id, move),
    onSuccess: (referral) => {
      stir();
      return applyOwnChange(queries, referral);
    },
    onError: (error) => {
      if (error instanceof Problem && error.referral) void applyOwnChange(queries, error.referral);
    },
  });
}

/** Several archived or restored, one after the other. What could not be is told apart, not hidden. */
export function useMoveAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, kind }: { ids: readonly string[]; kind: 'ARCHIVE' | 'RESTORE' }) => {
      const done: string[] = [];
      const failed: unknown[] = [];
      for (const id of ids) {
        try {
          await applyOwnChange(queries, await make(id, { kind }));
          done.push(id);
        } catch (error) {
          failed.push(error);
        }
      }
      stir();
      return { done, failed };
    },
  });
}

/** Says that one went to History or came back, with the way back again; also when the page that did it is gone. */
export function tellMoved(queries: QueryClient, { id, listing }: Referral, kind: 'ARCHIVE' | 'RESTORE'): void {
  const back = kind === 'ARCHIVE' ? 'RESTORE' : 'ARCHIVE';
  toast(`${listing.program} is ${kind === 'ARCHIVE' ? 'in History' : 'back in Outbound'}.`, {
    action: {
      label: 'Undo',
      run: () =>
        void make(id, { kind: back }).then(
          async (changed) => {
            stir();
            await applyOwnChange(queries, changed);
            tellMoved(queries, changed, back);
            focusNearest(() => document.querySelector(`.wh-table__title[href*="/${CSS.escape(id)}"]`));
          },
          (error: unknown) => {
            const { title, text } = inWords(error);
            toast(`${title}. ${text}`, { tone: 'trouble' });
          },
        ),
    },
  });
}
