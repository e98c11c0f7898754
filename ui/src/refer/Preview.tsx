import { useState } from 'react';
import type { Client, ReferralPreview } from '../api/types';
import { useMe } from '../app/me';
import type { BasketItem } from '../basket/basket';
import { NetworkMark } from '../parts/Marks';
import { Skeleton } from '../parts/States';
import { ClientDetails } from '../referrals/ReferralDrawer';

type Props = {
  client: Client | undefined;
  notes: string;
  items: readonly BasketItem[];
  previews: readonly ReferralPreview[] | undefined;
  /** Why there is none yet. */
  waitingFor: string | undefined;
};

/**
 * Exactly what the receiver will see. Of an email it is the API's own rendering, here only framed; in network it is the record
 * as their drawer shows it.
 */
export function Preview({ client, notes, items, previews, waitingFor }: Props) {
  const [chosen, setChosen] = useState<string | undefined>();
  const item = items.find((each) => each.id === chosen) ?? items[0];
  const preview = previews?.find((each) => each.listingId === item?.id);

  return (
    <section className="wh-card wh-preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading">What the receiver will see</h2>
      {items.length > 1 && (
        <div className="wh-preview__which">
          <label htmlFor="preview-of" className="usa-sr-only">
            Preview for
          </label>
          <select
            id="preview-of"
            className="usa-select"
            value={item?.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {items.map((each) => (
              <option key={each.id} value={each.id}>
                {each.program}
              </option>
            ))}
          </select>
        </div>
      )}
      {item && (
        <p className="wh-preview__how">
          <NetworkMark network={item.network} />
          <span>
            {item.network === 'OUT'
              ? 'An email without the client’s name.'
              : 'The full referral, in their Inbound tab.'}
          </span>
        </p>
      )}
      {waitingFor ? (
        <p className="wh-preview__waiting">{waitingFor}</p>
      ) : item?.network === 'IN' ? (
        client ? (
          <Inbound client={client} notes={notes} />
        ) : (
          <Skeleton shape="text" rows={8} label="Loading the preview" />
        )
      ) : !previews ? (
        <Skeleton shape="text" rows={8} label="Loading the preview" />
      ) : !preview ? (
        <p className="wh-preview__waiting">There is no preview for this program.</p>
      ) : (
        <>
          {preview.subject && (
            <p className="wh-preview__subject">
              <span>Subject</span> {preview.subject}
            </p>
          )}
          {preview.html ? <Mail html={preview.html} /> : <pre className="wh-preview__text">{preview.text}</pre>}
        </>
      )}
    </section>
  );
}

/** The drawer of the receiver. Safe-contact notes, other referrals and what was sent before stay with the sender. */
function Inbound({ client, notes }: { client: Client; notes: string }) {
  const me = useMe();
  const { id, name, birthDate, gender, household, language, address, zip, emails, phones } = client;
  return (
    <div className="wh-preview__inbound">
      <h3>Client</h3>
      <ClientDetails
        sender={false}
        needs={client.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code).join(', ')}
        client={{ id, name, birthDate, gender, household, language, address, zip, emails, phones }}
      />
      <h3>Sent by</h3>
      <p>
        {me.name}, {me.organization.name}
      </p>
      <h3>Notes</h3>
      {notes.trim() ? <p className="wh-prose">{notes}</p> : <p className="wh-quiet">No notes.</p>}
    </div>
  );
}

/** Drawn as links and buttons, but leading nowhere: nobody can act on them here, so the keyboard does not stop at them either. */
export function withoutWays(html: string): string {
  return html.replace(/(<a\b[^>]*?)\shref=("[^"]*"|'[^']*')/gi, '$1');
}

/** The mail in a frame of its own: no script runs in it. */
function Mail({ html }: { html: string }) {
  const [height, setHeight] = useState(420);
  return (
    <iframe
      className="wh-preview__mail"
      title="The email as the receiver will see it"
      sandbox="allow-same-origin"
      srcDoc={withoutWays(html)}
      style={{ height }}
      onLoad={(event) => {
        const content = event.currentTarget.contentDocument;
        if (content) setHeight(Math.min(1400, content.documentElement.scrollHeight + 2));
      }}
    />
  );
}
