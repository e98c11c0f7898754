import type { Referral } from './api/types';

/** A referral as its sender sees it, changed as a test needs it. */
export function referral(change: Partial<Referral> = {}): Referral {
  return {
    id: 'r-1',
    reference: '7K2M-9QFT',
    status: 'SENT',
    statusLabel: 'Sent',
    response: 'SENT',
    outcome: 'OPEN',
    version: 0,
    sentAt: '2026-11-22T18:00:00Z',
    answeredAt: null,
    archivedAt: null,
    network: 'OUT',
    listing: {
      id: 'shelter',
      program: 'St. Brigid Night Shelter',
      organization: { id: 'brigid', name: 'St. Brigid House' },
    },
    client: { id: 'client-0001', name: { given: 'Maria', family: 'Delgado' } },
    participant: null,
    sender: {
      organization: { id: 'harbor', name: 'Harbor Family Services' },
      program: null,
      caseworker: { name: 'Dana Ortiz', email: null, phone: null },
    },
    notes: null,
    decision: null,
    delivery: { state: 'DELIVERED', detail: null },
    followUps: [],
    shares: [],
    allowedActions: ['WITHDRAW', 'SHARE'],
    activity: [],
    ...change,
  };
}
