import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../api/types';
import { telling } from './followUps';

const followUp = (change: Partial<FollowUp>): FollowUp => ({
  id: 'f',
  channel: 'EMAIL',
  dueAt: '2026-11-29T18:00:00Z',
  state: 'OWED',
  reason: null,
  askedAt: null,
  answer: null,
  answeredAt: null,
  ...change,
});

describe('the follow-up that says most', () => {
  const owed = followUp({ id: 'owed' });
  const asked = followUp({ id: 'asked', state: 'ASKED', channel: 'SMS' });
  const yes = followUp({ id: 'yes', state: 'ANSWERED', answer: 'YES', answeredAt: '2026-11-30T18:00:00Z' });
  const no = followUp({ id: 'no', state: 'ANSWERED', answer: 'NO', answeredAt: '2026-12-01T18:00:00Z' });
  const closed = followUp({ id: 'closed', state: 'CLOSED', reason: 'OPTED_OUT' });

  it('is the latest answer', () => expect(telling([closed, yes, no, owed])?.id).toBe('no'));
  it('else what was asked', () => expect(telling([owed, asked, closed])?.id).toBe('asked'));
  it('else what is next', () => expect(telling([closed, owed])?.id).toBe('owed'));
  it('else why there is none', () => expect(telling([closed])?.id).toBe('closed'));
  it('is nothing where nothing was shared', () => expect(telling([])).toBeUndefined());
});
