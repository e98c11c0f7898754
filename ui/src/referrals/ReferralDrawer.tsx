import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { inWords } from '../api/problem';
import { listingQuery, referralQuery } from '../api/queries';
import type { AllowedAction, Box, Participant, Referral, ReferralClient } from '../api/types';
import { useMe } from '../app/me';
import { announce } from '../parts/Announcer';
import { Dialog } from '../parts/Dialog';
import { EmailAddress } from '../parts/EmailAddress';
import { Icon } from '../parts/icons';
import { NetworkMark, OutOfNetworkTag, StatusTag } from '../parts/Marks';
import { Failed, Skeleton } from '../parts/States';
import { date } from '../parts/time';
import { useTitle } from '../parts/Page';
import { When } from '../parts/When';
import {
  ANSWERS,
  CHANNELS,
  DELIVERY,
  deliveryWords,
  fullName,
  GENDERS,
  languageName,
  phoneWords,
  withZip,
} from '../parts/words';
import { FollowUpWords } from './followUps';
import { useFollowing } from './following';
import { tellMoved, useMove, type Move } from './moves';
import { RejectDialog, type Draft } from './RejectDialog';

const route = getRouteApi('/referrals/$box/$id');

/** One referral, whole. It has an address of its own. */
export function ReferralDrawer() {
  const { box, id } = route.useParams();
  const navigate = useNavigate();
  const following = useFollowing();
  const referral = useQuery({ ...referralQuery(id), ...following });
  const close = () => void navigate({ to: '/referrals/$box', params: { box }, search: true });
  const it = referral.data;
  const title = it ? (box === 'inbound' && it.client ? fullName(it.client.name) : it.listing.program) : 'Referral';
  // The document's title stays in the browser's history: no client is named in it.
  useTitle(it ? `${it.listing.program}, ${it.reference}` : 'Referral');
  return (
    <Dialog
      shape="drawer"
      title={title}
      returnTo={() => document.querySelector(`.wh-table__title[href*="/${CSS.escape(id)}"]`)}
      aside={it && <StatusTag status={it.status} label={it.statusLabel} />}
      onClose={close}
    >
      {it ? (
        <Whole referral={it} box={box} onClose={close} />
      ) : referral.isPending ? (
        <Skeleton shape="text" rows={10} label="Loading the referral" />
      ) : (
        <Failed error={referral.error} onRetry={() => void referral.refetch()} />
      )}
    </Dialog>
  );
}

function Whole({ referral, box, onClose }: { referral: Referral; box: Box; onClose: () => void }) {
  const sender = box !== 'inbound';
  const trouble = referral.network === 'OUT' && referral.delivery !== null && DELIVERY[referral.delivery.state].trouble;
  const listing = useQuery({ ...listingQuery(referral.listing.id), enabled: sender });
  const call = listing.data?.phones[0];
  return (
    <div className="wh-drawer">
      <p className="wh-drawer__line">
        <span>
          {sender ? referral.listing.organization.name : `For ${referral.listing.program}`} ·{' '}
          <NetworkMark network={referral.network} />
        </span>
        <span>
          Reference <strong>{referral.reference}</strong>
        </span>
        <span>
          {sender ? 'Sent' : 'Received'} <When at={referral.sentAt} as="exactly" />{' '}
          {referral.network === 'OUT' && <OutOfNetworkTag />}
        </span>
      </p>

      {trouble && referral.delivery && (
        <div className="wh-drawer__trouble">
          <Icon name="warning" />
          <span>
            <strong>{deliveryWords(referral.delivery.state)}.</strong>{' '}
            {referral.delivery.detail && <WithNumbers text={referral.delivery.detail} />}{' '}
            {call && !referral.delivery.detail?.includes(call) && (
              <>
                Call <a href={`tel:${call}`}>{phoneWords(call)}</a>.
              </>
            )}
          </span>
        </div>
      )}

      <Next referral={referral} box={box} onClose={onClose} />

      {referral.decision && (
        <Section title={referral.decision.kind === 'ACCEPTED' ? 'Accepted' : 'Rejected'}>
          {referral.decision.reasonLabel && (
            <p className="wh-drawer__reason">
              Reason: <strong>{referral.decision.reasonLabel}</strong>
            </p>
          )}
          {referral.decision.details && <blockquote className="wh-quote">{referral.decision.details}</blockquote>}
          <p className="wh-quiet">
            {referral.decision.by}, <When at={referral.decision.at} as="exactly" />
          </p>
        </Section>
      )}

      {referral.client ? (
        <Section title="Client">
          <ClientDetails client={referral.client} needs={referral.participant?.labels?.needs} sender={sender} />
        </Section>
      ) : (
        !sender && (
          <Section title="Client">
            <p className="wh-quiet">
              Nothing of the client is shown any more: this referral was withdrawn, canceled or rejected.
            </p>
          </Section>
        )
      )}

      {referral.participant && (sender || !referral.client) && (
        <Section title={referral.network === 'OUT' ? 'What the receiver sees of the client' : 'At a glance'}>
          <ParticipantDetails participant={referral.participant} />
        </Section>
      )}

      <Section title="Notes">
        {referral.notes ? <p className="wh-prose">{referral.notes}</p> : <p className="wh-quiet">No notes.</p>}
      </Section>

      {!sender && (
        <Section title="Sent by">
          <p>
            <strong>{referral.sender.caseworker.name}</strong>
            <br />
            {[referral.sender.program, referral.sender.organization.name].filter(Boolean).join(', ')}
            <br />
            {referral.sender.caseworker.phone && (
              <a href={`tel:${referral.sender.caseworker.phone}`}>{phoneWords(referral.sender.caseworker.phone)}</a>
            )}
            {referral.sender.caseworker.phone && referral.sender.caseworker.email && ' · '}
            {referral.sender.caseworker.email && (
              <a href={`mailto:${referral.sender.caseworker.email}`}>
                <EmailAddress>{referral.sender.caseworker.email}</EmailAddress>
              </a>
            )}
          </p>
        </Section>
      )}

      {sender && referral.clientAnswer && (
        <Section title="What the client said">
          <p>
            “{ANSWERS[referral.clientAnswer.answer]}”{' '}
            <span className="wh-quiet">
              <When at={referral.clientAnswer.at} />
            </span>
          </p>
          {referral.clientAnswer.barrierLabel && (
            <p>
              Reason: <strong>{referral.clientAnswer.barrierLabel}</strong>
            </p>
          )}
          {referral.clientAnswer.help && (
            <p>
              <span className="wh-new wh-new--help">Would like help</span>
            </p>
          )}
        </Section>
      )}

      {sender && (
        <Section title="Follow-ups">
          {referral.followUps.length === 0 ? (
            <p className="wh-quiet">None. They begin when the referral is shared with the client.</p>
          ) : (
            <ul className="wh-lines">
              {referral.followUps.map((followUp) => (
                <li key={followUp.id}>
                  <FollowUpWords followUp={followUp} channel />
                  {followUp.answeredAt && (
                    <span className="wh-quiet">
                      by {CHANNELS[followUp.channel].toLowerCase()}, <When at={followUp.answeredAt} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}

      {sender && (
        <Section title="Delivery">
          <ul className="wh-lines">
            {referral.network === 'IN' || !referral.delivery ? (
              <li>In their Inbound tab since it was sent</li>
            ) : (
              <li>
                {deliveryWords(referral.delivery.state)} <span className="wh-quiet">to {referral.listing.program}</span>
              </li>
            )}
            {(referral.shares ?? []).map((share) => (
              <li key={`${share.shareId} ${share.channel}`}>
                {share.delivery
                  ? deliveryWords(share.delivery.state, share.channel)
                  : `${CHANNELS[share.channel]} owed`}
                {share.delivery?.detail ? (
                  <>
                    : <WithNumbers text={share.delivery.detail} />
                  </>
                ) : (
                  ''
                )}{' '}
                <span className="wh-quiet">
                  to the client, <When at={share.at} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section title="Recent Activity">
        <ol className="wh-activity">
          {referral.activity.map((line, at) => (
            <li key={`${line.at} ${at}`}>
              <span className="wh-activity__text">{line.text}</span>
              <span className="wh-quiet">
                {line.actor} · <When at={line.at} />
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

/** Numbers in the API's words, as people write them and ready to be called. */
function WithNumbers({ text }: { text: string }) {
  return text.split(/(\+\d{8,15})/).map((piece, at) =>
    at % 2 === 1 ? (
      <a key={at} href={`tel:${piece}`}>
        {phoneWords(piece)}
      </a>
    ) : (
      piece
    ),
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="wh-drawer__section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What is open to this member now, one thing foremost. The API says what is open. */
const FIRST: readonly AllowedAction[] = ['ACCEPT', 'SHARE', 'ARCHIVE', 'RESTORE', 'UNDO', 'WITHDRAW'];

const DONE: Partial<Record<Move['kind'], string>> = {
  REVIEW: 'The sender sees that you are reviewing it.',
  ACCEPT: 'Accepted. The sender sees it now.',
  REJECT: 'Rejected. The sender sees your reason now.',
  UNDO: 'Your answer is taken back.',
  WITHDRAW: 'Withdrawn. Nothing of the client is shown to the program any more.',
};

function Next({ referral, box, onClose }: { referral: Referral; box: Box; onClose: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const move = useMove(referral.id);
  const [rejecting, setRejecting] = useState(false);
  const [draft, setDraft] = useState<Draft>({ details: '' });
  const [withdrawing, setWithdrawing] = useState(false);
  // A member who is on both sides has the moves of both; each box shows its own.
  const ofThisSide: readonly AllowedAction[] =
    box === 'inbound' ? ['REVIEW', 'ACCEPT', 'REJECT', 'UNDO'] : ['WITHDRAW', 'ARCHIVE', 'RESTORE', 'SHARE'];
  const open = referral.allowedActions.filter((action) => ofThisSide.includes(action));
  const another = box !== 'inbound' && referral.status === 'REJECTED' && !referral.archivedAt;
  const first = another ? undefined : FIRST.find((action) => open.includes(action));

  const go = (what: Move) =>
    move.mutate(what, {
      onSuccess: (changed) => {
        setRejecting(false);
        setWithdrawing(false);
        if (what.kind === 'ARCHIVE' || what.kind === 'RESTORE') {
          onClose();
          tellMoved(queries, changed, what.kind);
        } else {
          announce(DONE[what.kind] ?? '');
        }
      },
    });

  const button = (action: AllowedAction, label: string, onClick: () => void) =>
    open.includes(action) && (
      <button
        key={action}
        type="button"
        className={`usa-button ${action === first ? '' : 'usa-button--outline'}`}
        aria-disabled={move.isPending}
        onClick={() => {
          if (!move.isPending) onClick();
        }}
      >
        {label}
      </button>
    );

  const trouble = move.error && !rejecting ? inWords(move.error) : undefined;
  return (
    <div className="wh-next">
      {trouble && (
        <div className="usa-alert usa-alert--error usa-alert--slim" role="alert">
          <div className="usa-alert__body">
            <p className="usa-alert__text">
              <strong>{trouble.title}.</strong> {trouble.text}
            </p>
          </div>
        </div>
      )}
      {move.isSuccess && DONE[move.variables.kind] && (
        <p className="wh-next__done">
          <Icon name="check" /> {DONE[move.variables.kind]}
        </p>
      )}
      <p className="wh-next__hint">{hint(referral, box, open)}</p>
      <div className="wh-buttons">
        {button('ACCEPT', 'Accept', () => go({ kind: 'ACCEPT' }))}
        {another && (
          <Link
            to="/programs"
            search={{
              ...(referral.participant?.needs[0] ? { need: referral.participant.needs[0] } : {}),
              ...(referral.client?.id ? { client: referral.client.id } : {}),
            }}
            className="usa-button"
          >
            Find another program
          </Link>
        )}
        {button('REVIEW', 'Mark In Review', () => go({ kind: 'REVIEW' }))}
        {button('REJECT', 'Reject', () => setRejecting(true))}
        {open.includes('SHARE') && (
          <Link
            to="/share"
            search={{ referrals: referral.id }}
            className={`usa-button ${first === 'SHARE' ? '' : 'usa-button--outline'}`}
          >
            Share with Client
          </Link>
        )}
        {button('ARCHIVE', 'Archive', () => go({ kind: 'ARCHIVE' }))}
        {button('RESTORE', 'Restore', () => go({ kind: 'RESTORE' }))}
        {button('UNDO', 'Undo the answer', () => go({ kind: 'UNDO' }))}
        {button('WITHDRAW', 'Withdraw', () => setWithdrawing(true))}
        {box !== 'inbound' && (
          <Link to="/sheet" search={{ referrals: referral.id }} className="usa-button usa-button--unstyled">
            <Icon name="print" /> Print a sheet
          </Link>
        )}
      </div>
      {rejecting && (
        <RejectDialog
          reasons={me.reasons}
          pending={move.isPending}
          error={move.error}
          draft={draft}
          onDraft={setDraft}
          onReject={(reason, details) => go({ kind: 'REJECT', reason, details })}
          onClose={() => {
            setRejecting(false);
            move.reset();
          }}
        />
      )}
      {withdrawing && (
        <Dialog
          title="Withdraw this referral?"
          onClose={() => setWithdrawing(false)}
          footer={
            <>
              <button
                type="button"
                className="usa-button usa-button--secondary"
                aria-disabled={move.isPending}
                onClick={() => go({ kind: 'WITHDRAW' })}
              >
                Withdraw
              </button>
              <button type="button" className="usa-button usa-button--unstyled" onClick={() => setWithdrawing(false)}>
                Keep it
              </button>
            </>
          }
        >
          <p>
            {referral.listing.program} can no longer answer, and sees nothing of the client any more. Follow-ups that
            are still owed are not sent. This cannot be undone.
          </p>
          {trouble && <p className="usa-error-message">{trouble.text}</p>}
        </Dialog>
      )}
    </div>
  );
}

function hint(referral: Referral, box: Box, open: readonly AllowedAction[]): ReactNode {
  if (box === 'inbound') {
    if (open.includes('ACCEPT')) return `${referral.client?.name.given || 'Somebody'} waits for your answer.`;
    if (open.includes('UNDO')) return 'You answered. It can be taken back.';
    return 'There is nothing to do.';
  }
  if (referral.archivedAt) {
    return (
      <>
        Archived <When at={referral.archivedAt} />.
      </>
    );
  }
  switch (referral.status) {
    case 'SENT':
      switch (referral.network === 'OUT' ? referral.delivery?.state : undefined) {
        case 'SENT':
        case 'DELIVERED':
          return 'The program got an email and has not answered yet.';
        case 'BOUNCED':
        case 'FAILED':
        case 'SUPPRESSED':
          return 'The program did not get the email. Call them, or withdraw this and find another.';
        default:
          return 'The program has not answered yet.';
      }
    case 'IN_REVIEW':
      return 'The program is looking at it.';
    case 'ACCEPTED':
      return 'The program accepted. Archive it to keep the Outbound tab clean.';
    case 'REJECTED':
      return 'The program cannot help this time. Find another, then archive this one.';
    case 'SERVICE_COMPLETED':
      return 'The client received services.';
    case 'CANCELED':
      return 'The client is no longer interested.';
    case 'WITHDRAWN':
      return 'You withdrew this referral.';
  }
}

type ClientShown = { client: ReferralClient; needs: string | undefined; sender: boolean };

/** What an in-network receiver sees of the client; the sender's has a way to the profile. */
export function ClientDetails({ client, needs, sender }: ClientShown) {
  const facts: [string, ReactNode][] = [
    [
      'Name',
      sender && client.id ? (
        <Link to="/clients/$id" params={{ id: client.id }}>
          {fullName(client.name)}
        </Link>
      ) : (
        fullName(client.name)
      ),
    ],
    ['Birth date', client.birthDate && date(client.birthDate)],
    ['Gender', client.gender && GENDERS[client.gender]],
    ['Household', client.household && household(client.household.adults, client.household.childrenAges)],
    ['Language', client.language && languageName(client.language)],
    ['Address', withZip(client.address, client.zip)],
    [
      'Phone',
      client.phones?.length ? (
        <Several>
          {client.phones.map(({ number }) => (
            <a key={number} href={`tel:${number}`}>
              {phoneWords(number)}
            </a>
          ))}
        </Several>
      ) : undefined,
    ],
    [
      'Email',
      client.emails?.length ? (
        <Several>
          {client.emails.map(({ address }) => (
            <a key={address} href={`mailto:${address}`}>
              <EmailAddress>{address}</EmailAddress>
            </a>
          ))}
        </Several>
      ) : undefined,
    ],
    // The sender has what the receiver sees of it below.
    ['Needs', !sender && needs],
  ];
  return <Facts facts={facts} />;
}

function Several({ children }: { children: ReactNode[] }) {
  return <span className="wh-several">{children}</span>;
}

function ParticipantDetails({ participant }: { participant: Participant }) {
  const me = useMe();
  const labels = participant.labels;
  const facts: [string, ReactNode][] = [
    ['Age', labels?.ageBand ?? participant.ageBand],
    ['Gender', labels?.gender ?? (participant.gender && GENDERS[participant.gender])],
    ['Household', labels?.household],
    ['Language', labels?.language ?? (participant.language && languageName(participant.language))],
    ['Area', labels?.area ?? (participant.area && `ZIP ${participant.area}xx`)],
    [
      'Needs',
      labels?.needs ??
        participant.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', '),
    ],
  ];
  return <Facts facts={facts} />;
}

export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="wh-dl">
      {facts
        .filter(([, fact]) => Boolean(fact))
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

function household(adults: number, ages: readonly number[]): string {
  const grown = `${adults} ${adults === 1 ? 'adult' : 'adults'}`;
  return ages.length === 0
    ? grown
    : `${grown}, ${ages.length === 1 ? 'a child' : `${ages.length} children`} (${ages.join(', ')})`;
}
