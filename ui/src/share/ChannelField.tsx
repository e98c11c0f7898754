import { Checkbox } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { api, told } from '../api/client';
import { inWords, Problem } from '../api/problem';
import type { Channel, ChannelKind, ChannelState } from '../api/types';
import { Combobox } from '../parts/Combobox';
import { fieldErrors } from '../parts/errors';
import { Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { useDelayed } from '../parts/useDelayed';
import { When } from '../parts/When';
import { HOW, phoneWords } from '../parts/words';

export type Known = { text: string; state: ChannelState | undefined };

const WORDS = {
  EMAIL: { send: 'Send Email to Client', field: 'Email Address', type: 'email', pointer: '/email', thing: 'address' },
  SMS: { send: 'Send Text to Client', field: 'Phone Number', type: 'tel', pointer: '/phone', thing: 'number' },
} as const;

/** Step 2 for one channel. */
export function ChannelBox({
  kind,
  on,
  onToggle,
}: {
  kind: ChannelKind;
  on: boolean;
  onToggle: (on: boolean) => void;
}) {
  return (
    <Checkbox
      id={`send-${kind}`}
      name={`send-${kind}`}
      className={`wh-channel ${on ? 'wh-channel--on' : ''}`}
      label={WORDS[kind].send}
      checked={on}
      onChange={(event) => onToggle(event.target.checked)}
    />
  );
}

type Props = {
  kind: ChannelKind;
  value: string;
  onChange: (value: string) => void;
  /** What the profile recommends. */
  known: Known[];
  error: string | undefined;
};

/** Step 3 for one channel, with what we know of the address before anything is sent. */
export function ChannelField({ kind, value, onChange, known, error }: Props) {
  const words = WORDS[kind];
  const check = useChannel(kind, value);
  const unread =
    check.error instanceof Problem && check.error.status === 422 ? fieldErrors(check.error)[0]?.detail : undefined;
  const trouble = check.error && !unread ? inWords(check.error) : undefined;
  const typed = value.trim().toLowerCase();
  const fitting = known.filter(
    ({ text }) => typed === '' || text.toLowerCase().includes(typed) || known.some((one) => shown(kind, one) === value),
  );

  return (
    <div className="wh-channel-field">
      <Field label={words.field} error={error ?? unread} pointer={words.pointer} required>
        {(wired) => (
          <Combobox
            {...wired}
            label={`${words.field}: from the profile`}
            type={words.type}
            value={value}
            onText={onChange}
            options={fitting.map((one) => ({
              key: one.text,
              text: shown(kind, one),
              detail: one.state === 'OPTED_OUT' ? 'from the profile · opted out' : 'from the profile',
              value: shown(kind, one),
            }))}
            onChoose={onChange}
          />
        )}
      </Field>
      <div aria-live="polite">
        {check.data && <Standing channel={check.data} kind={kind} onAgain={() => void check.refetch()} />}
        {trouble && (
          <p className="wh-standing">
            <Icon name="warning" />
            <span>
              Whether this {words.thing} opted out cannot be read now. {trouble.title}: {trouble.text}{' '}
              <button type="button" className="usa-button usa-button--unstyled" onClick={() => void check.refetch()}>
                Check again
              </button>
            </span>
          </p>
        )}
      </div>
    </div>
  );
}

const shown = (kind: ChannelKind, { text }: Known): string => (kind === 'SMS' ? phoneWords(text) : text);

function Standing({ channel, kind, onAgain }: { channel: Channel; kind: ChannelKind; onAgain: () => void }) {
  const { thing } = WORDS[kind];
  const how = channel.how ? ` ${HOW[channel.how]}` : '';
  if (channel.state === 'OPTED_OUT') {
    return (
      <div className="wh-standing wh-standing--out">
        <Icon name="warning" />
        <div>
          <strong>
            This {thing} opted out
            {channel.since && (
              <>
                {' '}
                on <When at={channel.since} as="day" />
              </>
            )}
            {how}.
          </strong>
          {channel.tell && <p>{channel.tell}</p>}
          <button type="button" className="usa-button usa-button--unstyled" onClick={onAgain}>
            Check again
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="wh-standing">
      <Icon name={channel.state === 'SUBSCRIBED' ? 'check' : 'speech'} />
      <span>
        {channel.state === 'SUBSCRIBED' ? (
          <>
            This {thing} gets our messages
            {channel.since && (
              <>
                {' '}
                since <When at={channel.since} as="day" />
              </>
            )}
            {how}.
          </>
        ) : (
          `We know no opt-out of this ${thing}. Ask the two questions above.`
        )}
        {channel.tell && ` ${channel.tell}`}
      </span>
    </div>
  );
}

/** What is known of an address, asked once it looks whole: the API allows sixty of these an hour. */
function useChannel(kind: ChannelKind, value: string) {
  const asked = useDelayed(value.trim(), 700);
  const whole = kind === 'EMAIL' ? /^\S+@\S+\.\S{2,}$/.test(asked) : asked.replace(/\D/g, '').length >= 10;
  return useQuery({
    queryKey: ['channel', kind, asked],
    queryFn: ({ signal }) =>
      told(api.POST('/api/channels/check', { body: kind === 'EMAIL' ? { email: asked } : { phone: asked }, signal })),
    enabled: whole && asked === value.trim(),
    staleTime: 60_000,
    retry: false,
  });
}
