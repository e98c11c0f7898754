import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Checkbox, Radio, Select, Textarea } from '@trussworks/react-uswds';
import { useRef, useState, type ReactNode } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import { listingQuery } from '../api/queries';
import type { Listing, ListingToSave, UpdateRequest } from '../api/types';
import { useMe } from '../app/me';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { asLines, filled, Lines } from '../parts/Lines';
import { NETWORK_NAMES } from '../parts/Marks';
import { Failed, Skeleton } from '../parts/States';
import { TextField } from '../parts/TextField';
import { toast } from '../parts/Toasts';
import { Touched, useUnsaved } from '../parts/useUnsaved';
import { When } from '../parts/When';
import { languageName, LANGUAGES, phoneWords } from '../parts/words';
import { ZONES } from '../parts/zones';
import { toSave, troubleOf, TROUBLES } from './listing';
import { OrganizationField } from './OrganizationField';
import { useUpdateRequests } from './queries';
import { useClosing } from './RequestsAdmin';

const route = getRouteApi('/admin/listings/$id');

const EMPTY: ListingToSave = {
  program: '',
  organizationId: '',
  network: 'OUT',
  needs: [],
  description: null,
  address: null,
  addressHidden: false,
  zip: null,
  timeZone: null,
  hours: null,
  phones: [],
  languages: ['en'],
  eligibility: null,
  howToApply: null,
  documents: null,
  website: null,
  paused: false,
  safety: false,
  part2: false,
  victimServices: false,
  referralEmail: null,
};

export function ListingAdmin() {
  const { id } = route.useParams();
  const { request: asked } = route.useSearch();
  const request = useUpdateRequests().rows?.find((one) => one.id === asked && one.listing.id === id);
  const isNew = id === 'new';
  const listing = useQuery({ ...listingQuery(id), enabled: !isNew, staleTime: 0 });
  return (
    <>
      <p className="wh-back">
        <Link to={asked ? '/admin/requests' : '/admin/listings'}>
          <Icon name="left" /> {asked ? 'Requests for updates' : 'Listings'}
        </Link>
      </p>
      {isNew ? (
        <ListingForm at={EMPTY} heading="Add a listing" />
      ) : listing.data ? (
        <ListingForm
          key={id}
          id={id}
          at={toSave(listing.data)}
          listing={listing.data}
          heading={listing.data.program}
          request={request}
        />
      ) : listing.isPending ? (
        <Skeleton shape="text" rows={10} label="Loading the listing" />
      ) : (
        <Failed error={listing.error} onRetry={() => void listing.refetch()} />
      )}
    </>
  );
}

type FormProps = {
  id?: string;
  at: ListingToSave;
  /** As it stands; none for a new one. */
  listing?: Listing;
  heading: string;
  /** What its people asked to have changed, when this is about that. */
  request?: UpdateRequest | undefined;
};

function ListingForm({ id, at, listing, heading, request }: FormProps) {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const newId = useRef(id ?? idempotencyKey());
  const [it, setIt] = useState(at);
  const [phones, setPhones] = useState(asLines((at.phones ?? []).map(phoneWords)));
  const { touch, question } = useUnsaved();
  const close = useClosing();
  const trouble = listing && troubleOf(listing);
  const set = (change: Partial<ListingToSave>) => setIt((before) => ({ ...before, ...change }));

  const save = useMutation({
    mutationFn: ({ body }: { body: ListingToSave; close: string | undefined }) =>
      told<Listing>(api.PUT('/api/listings/{id}', { params: { path: { id: newId.current } }, body })),
    onSuccess: (saved, { close: closing }) => {
      queries.setQueryData(['listing', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['listings'] });
      toast(`${saved.program} is ${id ? 'saved' : 'added'}.`);
      if (closing) close.mutate(closing);
      void navigate({ to: request ? '/admin/requests' : '/admin/listings', ignoreBlocker: true });
    },
  });
  const errors = fieldErrors(save.error);
  const text = (name: 'program' | 'referralEmail' | 'address' | 'zip' | 'hours' | 'website') => ({
    name,
    value: it[name],
    onText: (words: string) => set({ [name]: words }),
    errors,
  });
  const long = (name: 'description' | 'eligibility' | 'howToApply' | 'documents', label: string, hint?: string) => (
    <Field label={label} hint={hint} pointer={`/${name}`} error={errorAt(errors, `/${name}`)} className="wh-grid__wide">
      {(wired) => (
        <Textarea
          {...wired}
          name={name}
          rows={3}
          className="wh-textarea--short"
          value={it[name] ?? ''}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const flag = (
    name: 'addressHidden' | 'paused' | 'safety' | 'part2' | 'victimServices',
    label: string,
    description: string,
  ) => (
    <Checkbox
      id={name}
      name={name}
      label={label}
      labelDescription={description}
      checked={it[name] ?? false}
      onChange={(event) => set({ [name]: event.target.checked })}
    />
  );

  return (
    <Touched touch={touch}>
      <form
        className="wh-form"
        noValidate
        aria-labelledby="listing-heading"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in a field is the first button, and a button that was pressed says itself what follows.
          const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
          if (!save.isPending)
            save.mutate({
              body: { ...emptied(it), phones: filled(phones) },
              close: pressed?.value === 'close' ? request?.id : undefined,
            });
        }}
      >
        <h2 id="listing-heading" className="wh-form__heading">
          {heading}
        </h2>
        {request && (
          <div className="wh-asked">
            <Icon name="speech" />
            <div>
              <p>
                <strong>They ask</strong>{' '}
                <span className="wh-quiet">
                  <When at={request.at} />
                </span>
              </p>
              <blockquote className="wh-prose">{request.text}</blockquote>
            </div>
          </div>
        )}
        {trouble && (
          <div className="wh-attention wh-attention--block">
            <Icon name="warning" />
            <div>
              <strong>{TROUBLES[trouble].what}</strong>
              <p>{TROUBLES[trouble].todo}</p>
            </div>
          </div>
        )}
        <ErrorSummary error={save.error} />
        <Part title="About the program">
          <div className="wh-grid">
            <TextField {...text('program')} label="Program" required />
            <OrganizationField
              value={it.organizationId}
              onChoose={(organizationId) => set({ organizationId })}
              errors={errors}
            />
            {long('description', 'Description')}
          </div>
          <Choices legend="Helps with" pointer="/needs" error={errorAt(errors, '/needs')} className="wh-columns">
            {me.needs.map(({ code, label }) => (
              <Checkbox
                key={code}
                id={`need-${code}`}
                name="needs"
                label={label}
                checked={it.needs?.includes(code) ?? false}
                onChange={(event) =>
                  set({
                    needs: event.target.checked
                      ? [...(it.needs ?? []), code]
                      : (it.needs ?? []).filter((need) => need !== code),
                  })
                }
              />
            ))}
          </Choices>
        </Part>

        <Part title="Referrals">
          <div className="wh-grid">
            <Choices legend="Network" pointer="/network" error={errorAt(errors, '/network')} className="wh-grid__wide">
              {(['IN', 'OUT'] as const).map((network) => (
                <Radio
                  key={network}
                  id={`network-${network}`}
                  name="network"
                  label={network === 'IN' ? 'In network' : 'Out of network'}
                  labelDescription={NETWORK_NAMES[network].tip.replace(/^.*?: /, '')}
                  value={network}
                  checked={it.network === network}
                  onChange={() => set({ network })}
                />
              ))}
            </Choices>
            <div>
              <TextField
                {...text('referralEmail')}
                label="Referral email"
                type="email"
                hint="Private: nobody outside Administration sees it. Out of network referrals go there."
                required={it.network === 'OUT'}
              />
              {listing?.emailState && it.referralEmail === listing.referralEmail && (
                <p className="wh-field__state">
                  {listing.emailState === 'SUBSCRIBED' ? (
                    <>
                      <Icon name="check" /> Gets referral emails
                    </>
                  ) : (
                    <span className="wh-trouble">
                      <Icon name="warning" /> {TROUBLES[listing.emailState].label}
                    </span>
                  )}
                </p>
              )}
            </div>
          </div>
          {flag('paused', 'Paused', 'Nobody can refer to it until this is taken off.')}
        </Part>

        <Part title="Where and when">
          <div className="wh-grid">
            <TextField {...text('address')} label="Address" className="wh-grid__wide" />
            <div className="wh-grid__wide wh-grid__flag">
              {flag('addressHidden', 'Hide the address', 'Shown in Administration alone, for shelters; so is its ZIP.')}
            </div>
            <TextField {...text('zip')} label="ZIP" />
            <Field label="Time zone" pointer="/timeZone" error={errorAt(errors, '/timeZone')}>
              {(wired) => (
                <Select
                  {...wired}
                  name="timeZone"
                  value={it.timeZone ?? ''}
                  onChange={(event) => set({ timeZone: event.target.value || null })}
                >
                  <option value="">From the ZIP</option>
                  {it.timeZone && !ZONES.some((zone) => zone.id === it.timeZone) && (
                    <option value={it.timeZone}>{it.timeZone}</option>
                  )}
                  {ZONES.map((zone) => (
                    <option key={zone.id} value={zone.id}>
                      {zone.label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <TextField {...text('hours')} label="Hours" hint="As people say them: Mon-Fri 9 AM-5 PM" />
            <TextField {...text('website')} label="Website" type="url" hint="With https://" />
            <Lines
              label="Phone number"
              type="tel"
              add="Add a phone number"
              values={phones}
              onChange={setPhones}
              pointer="/phones"
              errors={errors}
            />
          </div>
        </Part>

        <Part title="For the client">
          <div className="wh-grid">
            {long('eligibility', 'Who can come')}
            {long('howToApply', 'How to apply')}
            {long('documents', 'What to bring')}
          </div>
          <Choices legend="Languages" pointer="/languages" error={errorAt(errors, '/languages')} className="wh-columns">
            {[...new Set([...LANGUAGES, ...(it.languages ?? [])])].map((code) => (
              <Checkbox
                key={code}
                id={`language-${code}`}
                name="languages"
                label={languageName(code)}
                checked={it.languages?.includes(code) ?? false}
                onChange={(event) =>
                  set({
                    languages: event.target.checked
                      ? [...(it.languages ?? []), code]
                      : (it.languages ?? []).filter((one) => one !== code),
                  })
                }
              />
            ))}
          </Choices>
        </Part>

        <Part title="Safety and confidentiality">
          {flag(
            'safety',
            'For safety from violence',
            'Client messages carry the link alone; follow-ups are off unless asked for.',
          )}
          {flag('part2', '42 CFR Part 2', 'Substance use treatment: the same care with messages.')}
          {flag('victimServices', 'Victim services', 'The same care with messages.')}
        </Part>

        <div className="wh-form__end">
          {request && !request.closedAt && (
            <button type="submit" value="close" className="usa-button" aria-disabled={save.isPending}>
              {save.isPending ? 'Saving…' : 'Save and close the request'}
            </button>
          )}
          <button
            type="submit"
            className={`usa-button ${request && !request.closedAt ? 'usa-button--outline' : ''}`}
            aria-disabled={save.isPending}
          >
            {save.isPending ? 'Saving…' : id ? 'Save listing' : 'Add listing'}
          </button>
          <Link to={request ? '/admin/requests' : '/admin/listings'} className="usa-button usa-button--unstyled">
            Cancel
          </Link>
        </div>
        {question}
      </form>
    </Touched>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="wh-card" aria-label={title}>
      <h3 className="wh-form__part">{title}</h3>
      {children}
    </section>
  );
}

/** A field that was left empty is absent, not an empty text. */
function emptied(listing: ListingToSave): ListingToSave {
  return Object.fromEntries(
    Object.entries(listing).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'program' && name !== 'organizationId' ? value.trim() || null : value,
    ]),
  ) as ListingToSave;
}
