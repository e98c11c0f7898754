import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox } from '@trussworks/react-uswds';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import { Problem } from '../api/problem';
import type { Client, Listing, Referral, Share, ShareToMake } from '../api/types';
import { useMe } from '../app/me';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices } from '../parts/Field';
import { Icon } from '../parts/icons';
import { When } from '../parts/When';
import { CHANNELS, fullName, languageName, phoneWords } from '../parts/words';
import { ZONES } from '../parts/zones';
import { ChannelBox, ChannelField } from './ChannelField';
import { isGuarded } from './guarded';
import { expectedTimes, nowBy, textLength } from './planned';

type Props = {
  referrals: readonly Referral[];
  listings: readonly Listing[];
  client: Client;
  /** Whether the page's own title is another. */
  heading: boolean;
  onShared: (share: Share) => void;
};

/** The five steps of sharing, in their order, on one page. */
export function ShareForm({ referrals, listings, client, heading, onShared }: Props) {
  const me = useMe();
  const queries = useQueryClient();
  const [sendEmail, setSendEmail] = useState(false);
  const [sendText, setSendText] = useState(false);
  const [email, setEmail] = useState(client.emails[0]?.address ?? '');
  const [phone, setPhone] = useState(client.phones[0] ? phoneWords(client.phones[0].number) : '');
  const [consent, setConsent] = useState(false);
  const [keep, setKeep] = useState(false);
  const [askAnyway, setAskAnyway] = useState<readonly string[]>([]);

  const typedEmail = email.trim();
  const typedPhone = phone.trim();
  const digits = typedPhone.replace(/\D/g, '');
  const isNew =
    (sendEmail &&
      typedEmail !== '' &&
      !client.emails.some(({ address }) => address.toLowerCase() === typedEmail.toLowerCase())) ||
    (sendText && digits !== '' && !client.phones.some(({ number }) => number.replace(/\D/g, '').endsWith(digits)));

  const body = useMemo<ShareToMake>(
    () => ({
      referralIds: referrals.map(({ id }) => id),
      ...(sendEmail ? { email: typedEmail } : {}),
      ...(sendText ? { phone: typedPhone } : {}),
      consent,
      ...(isNew && keep ? { saveToProfile: true } : {}),
      ...(askAnyway.length > 0 ? { followUp: [...askAnyway] } : {}),
    }),
    [referrals, sendEmail, typedEmail, sendText, typedPhone, consent, isNew, keep, askAnyway],
  );

  const attempt = useRef({ of: '', key: '' });
  const share = useMutation({
    mutationFn: (wanted: ShareToMake) => {
      const of = JSON.stringify(wanted);
      if (attempt.current.of !== of) attempt.current = { of, key: idempotencyKey() };
      return told(
        api.POST('/api/shares', { body: wanted, params: { header: { 'Idempotency-Key': attempt.current.key } } }),
      );
    },
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['referral'] });
      void queries.invalidateQueries({ queryKey: ['box'] });
      void queries.invalidateQueries({ queryKey: ['client', client.id] });
      onShared(made);
    },
  });
  const { reset } = share;
  useEffect(() => reset(), [body, reset]);

  if (client.safeContact.doNotContact) {
    return (
      <section className="wh-card" aria-labelledby="share-heading">
        <h2 id="share-heading">Share with Client</h2>
        <p className="wh-standing wh-standing--out">
          <Icon name="warning" />
          <span>
            <strong>{fullName(client.name)} is not to be contacted.</strong> Nothing is sent by email or text. Give them
            a printed sheet instead.
          </span>
        </p>
      </section>
    );
  }

  const errors = fieldErrors(share.error);
  const refused = share.error instanceof Problem && share.error.status === 409 ? share.error : undefined;
  const closed = referrals.flatMap((referral, at) => {
    const detail = errorAt(errors, `/referralIds/${at}`);
    return detail ? [{ program: referral.listing.program, detail }] : [];
  });
  const expected = expectedTimes(referrals.length, nowBy(referrals), client.timeZone ?? undefined);
  const zone = ZONES.find(({ id }) => id === client.timeZone)?.label;
  const noChannel = !sendEmail && !sendText;
  const guarded = referrals.filter((referral) => isGuarded(listings.find(({ id }) => id === referral.listing.id)));
  const number = phoneWords(me.textNumber);
  const language = client.language === 'es' ? 'es' : 'en';
  const text = me.firstTexts?.[language]?.replace('{link}', `${location.origin}/c/${'•'.repeat(22)}`);
  const length = text ? textLength(text.replaceAll('•', 'x')) : undefined;

  return (
    <form
      className="wh-card wh-share"
      noValidate
      aria-labelledby="share-heading"
      onSubmit={(event) => {
        event.preventDefault();
        if (!share.isPending) share.mutate(body);
      }}
    >
      <h2 id="share-heading" className={heading ? '' : 'usa-sr-only'}>
        Share with Client
      </h2>
      {refused ? <Refused problem={refused} /> : <ErrorSummary error={share.error} />}
      {closed.map(({ program, detail }) => (
        <p key={program} className="usa-error-message">
          {program}: {detail}
        </p>
      ))}

      <Step number={1} title="Ask the client">
        {client.safeContact.notes && (
          <p className="wh-standing wh-standing--out">
            <Icon name="warning" />
            <span>
              <strong>Safe contact:</strong> {client.safeContact.notes}
            </span>
          </p>
        )}
        <div className="wh-scripts">
          <div className="wh-script">
            <h4>For emails</h4>
            <p>
              Verbally confirm that your client consents to receiving email communications. Then, ask the client the
              following questions:
            </p>
            <ul>
              <li>Have you ever received an email from us in the past?</li>
              <li>If so, have you ever opted out?</li>
            </ul>
            <p>
              If they have opted out in the past, please ask the client if they would like to receive information on
              their referrals by text message.
            </p>
          </div>
          <div className="wh-script">
            <h4>For texts</h4>
            <p>
              Verbally confirm that the client consents to receiving text messages. Then, ask the client the following
              questions:
            </p>
            <ul>
              <li>Have you ever received a text from us in the past?</li>
              <li>If so, have you ever opted out?</li>
            </ul>
            <p>
              If the client has opted out in the past and would like to resume texts, please give them the following
              instructions: <strong>Text START or Yes or UNSTOP to {number}</strong>
            </p>
          </div>
        </div>
      </Step>

      <Step number={2} title="Select how to send it">
        <Choices
          legend={<span className="usa-sr-only">How to send it</span>}
          error={noChannel ? errors.find(({ pointer }) => pointer !== '/consent')?.detail : undefined}
          pointer={noChannel ? '/email' : '/channels'}
          className="wh-channels"
        >
          <ChannelBox kind="EMAIL" on={sendEmail} onToggle={setSendEmail} />
          <ChannelBox kind="SMS" on={sendText} onToggle={setSendText} />
        </Choices>
        <SharedBefore referrals={referrals} />
      </Step>

      <Step number={3} title="Add in the client’s email address or phone number">
        {noChannel && <p className="wh-quiet">Select email, text or both in step 2.</p>}
        <div className="wh-channels">
          {sendEmail && (
            <ChannelField
              kind="EMAIL"
              value={email}
              onChange={setEmail}
              known={client.emails.map(({ address, state }) => ({ text: address, state }))}
              error={errorAt(errors, '/email')}
            />
          )}
          {sendText && (
            <ChannelField
              kind="SMS"
              value={phone}
              onChange={setPhone}
              known={client.phones.map(({ number: text, state }) => ({ text, state }))}
              error={errorAt(errors, '/phone')}
            />
          )}
        </div>
        {isNew && (
          <Checkbox
            id="save-to-profile"
            name="saveToProfile"
            label="Keep what is new on the client’s profile"
            checked={keep}
            onChange={(event) => setKeep(event.target.checked)}
          />
        )}
      </Step>

      <Step number={4} title="Consent">
        <Choices
          legend={<span className="usa-sr-only">Consent to messages</span>}
          error={errorAt(errors, '/consent')}
          pointer="/consent"
        >
          <Checkbox
            id="message-consent"
            name="consent"
            label="My Client Consents to Receiving Texts and / or emails from Warm Handoff"
            checked={consent}
            onChange={(event) => setConsent(event.target.checked)}
            aria-describedby="message-consent-note"
          />
          <p id="message-consent-note" className="usa-hint wh-share__note">
            Clients will receive one immediate message with resource information, and one follow up message a week later
            to capture feedback
          </p>
        </Choices>
        <h4 className="wh-share__gets">What the client gets</h4>
        <p>
          At once: one message with a link to{' '}
          {referrals.length === 1
            ? 'the program'
            : referrals.length === 2
              ? 'both programs'
              : `all ${referrals.length} programs`}
          {client.language !== 'en' &&
            `, in ${language === 'es' ? 'Spanish' : `English (no ${languageName(client.language)} yet)`}`}
          . Then one question for each program, at about {expected[0]?.time}
          {zone ? ` (${zone}, where the client is)` : ' where the client is'}:
        </p>
        <ul className="wh-follow-ups">
          {referrals.map((referral, at) => {
            const off = guarded.includes(referral) && !askAnyway.includes(referral.id);
            return (
              <li key={referral.id}>
                <strong>{referral.listing.program}</strong>
                {off ? <span>no follow-up: for safety it is off</span> : <span>{expected[at]!.day}</span>}
              </li>
            );
          })}
        </ul>
        {guarded.map((referral) => (
          <Checkbox
            key={referral.id}
            id={`ask-${referral.id}`}
            name="followUp"
            label={`Ask about ${referral.listing.program} anyway`}
            labelDescription="A message about this kind of program can put somebody in danger when another person reads it."
            checked={askAnyway.includes(referral.id)}
            onChange={(event) =>
              setAskAnyway(
                event.target.checked ? [...askAnyway, referral.id] : askAnyway.filter((id) => id !== referral.id),
              )
            }
          />
        ))}
        {sendText && text && length && (
          <figure className="wh-bubble">
            <blockquote>{text}</blockquote>
            <figcaption>
              {length.letters} characters, {length.parts === 1 ? 'one text' : `${length.parts} texts`}, from {number}
            </figcaption>
          </figure>
        )}
      </Step>

      <Step number={5} title="Share">
        <div className="wh-buttons">
          <button type="submit" className="usa-button usa-button--big" aria-disabled={share.isPending}>
            {share.isPending ? 'Sharing…' : 'Share with Client'}
          </button>
          <Link to="/referrals/$box" params={{ box: 'outbound' }} className="usa-button usa-button--unstyled">
            {heading ? 'Not now' : 'Cancel'}
          </Link>
        </div>
      </Step>
    </form>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="wh-step" aria-labelledby={`step-${number}`}>
      <h3 id={`step-${number}`}>
        <span className="wh-step__number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h3>
      <div className="wh-step__body">{children}</div>
    </section>
  );
}

/** Each referral is shared once by email and once by text: what was used before is said before it is chosen again. */
function SharedBefore({ referrals }: { referrals: readonly Referral[] }) {
  const before = referrals.flatMap((referral) => (referral.shares ?? []).map((share) => ({ referral, share })));
  return before.map(({ referral, share }) => (
    <p key={`${referral.id} ${share.channel}`} className="wh-standing">
      <Icon name="history" />
      <span>
        {referral.listing.program} was shared by {CHANNELS[share.channel].toLowerCase()} on{' '}
        <When at={share.at} as="day" />. It is shared once by each.
      </span>
    </p>
  ));
}

/** A share that was refused as a whole: why, and what to tell the client. */
function Refused({ problem }: { problem: Problem }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const title = {
    'opted-out': problem.channel === 'SMS' ? 'This number opted out of texts' : 'This address opted out of emails',
    'do-not-contact': 'This client is not to be contacted',
    'already-shared': 'This was shared before',
  }[problem.word];
  return (
    <div className="usa-alert usa-alert--error wh-summary" role="alert" tabIndex={-1} ref={box}>
      <div className="usa-alert__body">
        <h3 className="usa-alert__heading">{title ?? 'This cannot be shared now'}</h3>
        <p className="usa-alert__text">
          {problem.tell ??
            problem.detail ??
            (problem.word === 'already-shared'
              ? 'Each referral is shared once by email and once by text. Leave out the channel that was used before.'
              : 'Nothing was sent.')}
        </p>
      </div>
    </div>
  );
}
