import { Link } from '@tanstack/react-router';
import type { FollowUp, ReferralRow } from '../api/types';
import { Icon } from '../parts/icons';
import { When } from '../parts/When';
import { ANSWERS, CHANNELS, closedWords, DELIVERY, deliveryWords } from '../parts/words';

/** The one follow-up that says most: an answer, else what was asked, else what is next, else why there will be none. */
export function telling(followUps: readonly FollowUp[]): FollowUp | undefined {
  const answered = followUps.filter((each) => each.answer !== null);
  const latest = answered.toSorted((one, other) => (one.answeredAt ?? '').localeCompare(other.answeredAt ?? '')).at(-1);
  const next = (state: FollowUp['state']) =>
    followUps.filter((each) => each.state === state).toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  return latest ?? next('ASKED') ?? next('OWED') ?? followUps[0];
}

/** A follow-up in a row: one line. */
export function FollowUpCell({ row }: { row: ReferralRow }) {
  if (row.clientAnswer) {
    return (
      <>
        <span>“{ANSWERS[row.clientAnswer.answer]}”</span>
        {row.clientAnswer.help && <span className="wh-new wh-new--help">Would like help</span>}
      </>
    );
  }
  const followUp = telling(row.followUps ?? []);
  if (followUp) return <FollowUpWords followUp={followUp} />;
  const shares = row.shares ?? [];
  if (shares.length > 0) {
    const by = shares.map(({ channel }) => CHANNELS[channel]).join(' and ');
    return (
      <>
        <span>
          Shared by {by.toLowerCase()} <When at={shares[0]!.at} as="day" />
        </span>
        {shares.map(
          ({ channel, delivery }) =>
            delivery &&
            DELIVERY[delivery.state].trouble && (
              <span key={channel} className="wh-trouble">
                <Icon name="warning" /> {deliveryWords(delivery.state, channel)}
              </span>
            ),
        )}
      </>
    );
  }
  return row.allowedActions.includes('SHARE') ? (
    <Link to="/share" search={{ referrals: row.id }} aria-label={`Share with Client: ${row.listing.program}`}>
      Share with Client
    </Link>
  ) : (
    <span className="wh-quiet">None</span>
  );
}

export function FollowUpWords({ followUp, channel = false }: { followUp: FollowUp; channel?: boolean }) {
  const by = channel ? ` by ${CHANNELS[followUp.channel].toLowerCase()}` : '';
  if (followUp.answer) return <span>“{ANSWERS[followUp.answer]}”</span>;
  switch (followUp.state) {
    case 'ASKED':
      return (
        <span>
          Asked{by} <When at={followUp.askedAt ?? followUp.dueAt} as="day" />, no answer yet
        </span>
      );
    case 'OWED':
      return (
        <span>
          Due{by} <When at={followUp.dueAt} as={channel ? 'moment' : 'day'} />
        </span>
      );
    default:
      return <span className="wh-quiet">{closedWords(followUp.reason)}</span>;
  }
}
