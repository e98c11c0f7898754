import type { Network, Status } from '../api/types';
import { Icon } from './icons';
import { STATUSES } from './words';

/** The headline of a referral: the word first, colour only supports it. */
export function StatusTag({ status, label }: { status: Status; label?: string }) {
  return (
    <span className={`wh-status wh-status--${status.toLowerCase().replace('_', '-')}`}>
      {label ?? STATUSES[status]}
    </span>
  );
}

/** The blue tag directly right of the sent time. */
export function OutOfNetworkTag() {
  return <span className="wh-out-tag">out of network</span>;
}

export const NETWORK_NAMES: Record<Network, { name: string; tip: string }> = {
  IN: { name: 'in network', tip: 'In network: They use this system and get the full referral in it.' },
  OUT: {
    name: 'out of network',
    tip: 'Out of network: An email referral without the client’s name will be generated to that organization.',
  },
};

/** The teal icon of the seeds: two arrows in network, an envelope out of network; with its word. */
export function NetworkMark({ network }: { network: Network }) {
  const { name, tip } = NETWORK_NAMES[network];
  return (
    <span className="wh-network" title={tip}>
      <Icon name={network === 'IN' ? 'twoArrows' : 'envelope'} />
      {name}
    </span>
  );
}
