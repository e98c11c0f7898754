import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { referral } from '../test-data';
import { applyOwnChange, boxKey, changedRows, forgetOlder, withChange, type Rows } from './boxes';

describe('a box', () => {
  it('calls nothing a change on its first reading', () => {
    expect(changedRows(undefined, [referral()])).toEqual([]);
  });

  it('knows a row whose status changed, and one that is new', () => {
    const before = [referral(), referral({ id: 'r-2' })];
    const accepted = referral({ status: 'ACCEPTED', statusLabel: 'Accepted', version: 1 });
    const fresh = referral({ id: 'r-3' });
    expect(changedRows(before, [fresh, accepted, referral({ id: 'r-2' })])).toEqual([fresh, accepted]);
  });

  it('calls a bounced email a change, and other moves being open none', () => {
    const before = [referral()];
    expect(changedRows(before, [referral({ delivery: { state: 'BOUNCED', detail: 'mailbox full' } })])).toHaveLength(1);
    expect(changedRows(before, [referral({ allowedActions: [] })])).toHaveLength(0);
  });

  it('lets go what was archived, and history what was restored', () => {
    const archived = referral({ archivedAt: '2026-11-22T19:00:00Z' });
    expect(withChange([referral()], archived, 'outbound')).toEqual([]);
    expect(withChange([referral()], archived, 'history')).toEqual([archived]);
    expect(withChange([archived], referral(), 'history')).toEqual([]);
  });

  it('lets nobody open a referral as it was before the row that they see', () => {
    const queries = new QueryClient();
    const read = (id: string) => queries.getQueryData(['referral', id]);
    queries.setQueryData(['referral', 'r-1'], referral());
    queries.setQueryData(['referral', 'r-2'], referral({ id: 'r-2', version: 2 }));
    queries.setQueryData(['referral', 'r-3'], referral({ id: 'r-3' }));

    const { notes: _notes, activity: _activity, followUps: _followUps, ...row } = referral({ id: 'r-2', version: 1 });
    forgetOlder(queries, [
      referral({ status: 'REJECTED', statusLabel: 'Rejected', version: 1 }),
      row as never,
      referral({ id: 'r-3', delivery: { state: 'BOUNCED', detail: null } }),
      referral({ id: 'r-4' }),
    ]);
    expect(read('r-1')).toBeUndefined();
    expect(read('r-2')).toBeDefined();
    expect(read('r-3')).toBeUndefined();

    queries.setQueryData(['referral', 'r-2'], referral({ id: 'r-2', version: 1 }));
    forgetOlder(queries, [row as never]);
    expect(read('r-2')).toBeDefined();
  });

  it('shows the own change at once, in every page of every box', async () => {
    const queries = new QueryClient();
    const all = boxKey({ box: 'outbound' });
    const accepted = boxKey({ box: 'inbound', status: 'SENT' });
    queries.setQueryData<Rows>(all, { referrals: [referral(), referral({ id: 'r-2' })], cursor: null });
    queries.setQueryData<Rows>(accepted, { referrals: [referral()], cursor: 'next' });

    const withdrawn = referral({ status: 'WITHDRAWN', statusLabel: 'Withdrawn', version: 1 });
    await applyOwnChange(queries, withdrawn);

    expect(queries.getQueryData<Rows>(all)?.referrals.map((row) => row.status)).toEqual(['WITHDRAWN', 'SENT']);
    expect(queries.getQueryData<Rows>(accepted)).toEqual({ referrals: [withdrawn], cursor: 'next' });
    expect(queries.getQueryData(['referral', 'r-1'])).toBe(withdrawn);
  });
});
