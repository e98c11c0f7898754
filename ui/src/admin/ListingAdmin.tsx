import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Checkbox, Radio, Select, Textarea, TextInput } from '@trussworks/react-uswds';
import { useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import { listingQuery } from '../api/queries';
import type { Listing, ListingToSave } from '../api/types';
import { useMe } from '../app/me';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { NETWORK_NAMES } from '../parts/Marks';
import { Failed, Skeleton } from '../parts/States';
import { toast } from '../parts/Toasts';
import { languageName, LANGUAGES, phoneWords } from '../parts/words';
import { ZONES } from '../parts/zones';
import { toSave } from './listing';
import { useOrganizations } from './queries';

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
  const isNew = id === 'new';
  const listing = useQuery({ ...listingQuery(id), enabled: !isNew, staleTime: 0 });
  return (
    <>
      <p className="wh-back">
        <Link to="/admin/listings">
          <Icon name="left" /> Listings
        </Link>
      </p>
      {isNew ? (
        <ListingForm at={EMPTY} heading="Add a listing" />
      ) : listing.data ? (
        <ListingForm key={id} id={id} at={toSave(listing.data)} heading={listing.data.program} />
      ) : listing.isPending ? (
        <Skeleton shape="text" rows={10} label="Loading the listing" />
      ) : (
        <Failed error={listing.error} onRetry={() => void listing.refetch()} />
      )}
    </>
  );
}

function ListingForm({ id, at, heading }: { id?: string; at: ListingToSave; heading: string }) {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const organizations = useOrganizations();
  const newId = useRef(id ?? idempotencyKey());
  const [it, setIt] = useState(at);
  const [phones, setPhones] = useState((at.phones ?? []).map(phoneWords).join(', '));
  const set = (change: Partial<ListingToSave>) => setIt((before) => ({ ...before, ...change }));

  const save = useMutation({
    mutationFn: (body: ListingToSave) =>
      told<Listing>(api.PUT('/api/listings/{id}', { params: { path: { id: newId.current } }, body })),
    onSuccess: (saved) => {
      queries.setQueryData(['listing', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['listings'] });
      toast(`${saved.program} is saved.`);
      void navigate({ to: '/admin/listings' });
    },
  });
  const errors = fieldErrors(save.error);
  const text = (
    name: keyof ListingToSave,
    label: string,
    options: { hint?: string; required?: boolean; type?: 'text' | 'email' | 'url'; wide?: boolean } = {},
  ) => (
    <Field
      label={label}
      hint={options.hint}
      required={options.required ?? false}
      pointer={`/${name}`}
      error={errorAt(errors, `/${name}`)}
      className={options.wide ? 'wh-grid__wide' : ''}
    >
      {(wired) => (
        <TextInput
          {...wired}
          type={options.type ?? 'text'}
          name={name}
          autoComplete="off"
          value={String(it[name] ?? '')}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
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
    <form
      className="wh-card wh-form"
      noValidate
      aria-labelledby="listing-heading"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending)
          save.mutate({
            ...emptied(it),
            phones: phones
              .split(/[,;\n]+/)
              .map((number) => number.trim())
              .filter(Boolean),
          });
      }}
    >
      <h2 id="listing-heading">{heading}</h2>
      <ErrorSummary error={save.error} />
      <div className="wh-grid">
        {text('program', 'Program', { required: true })}
        <Field label="Organization" required pointer="/organizationId" error={errorAt(errors, '/organizationId')}>
          {(wired) => (
            <Select
              {...wired}
              name="organizationId"
              value={it.organizationId}
              onChange={(event) => set({ organizationId: event.target.value })}
            >
              <option value="">Choose</option>
              {organizations.rows?.map((organization) => (
                <option key={organization.id} value={organization.id}>
                  {organization.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
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
        {text('referralEmail', 'Referral email', {
          type: 'email',
          hint: 'Private. Out of network referrals go there.',
          required: it.network === 'OUT',
        })}
        <Field label="Phone numbers" hint="With commas between" pointer="/phones" error={errorAt(errors, '/phones')}>
          {(wired) => (
            <TextInput
              {...wired}
              type="text"
              name="phones"
              autoComplete="off"
              value={phones}
              onChange={(event) => setPhones(event.target.value)}
            />
          )}
        </Field>
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
      <div className="wh-grid">
        {text('address', 'Address', { wide: true })}
        {text('zip', 'ZIP')}
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
        {text('hours', 'Hours')}
        {text('website', 'Website', { type: 'url' })}
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
      <Choices legend="What else holds" className="wh-flags">
        {flag('paused', 'Paused', 'Nobody can refer to it until this is taken off.')}
        {flag('addressHidden', 'Hide the address', 'Shown in Administration alone, for shelters.')}
        {flag(
          'safety',
          'For safety from violence',
          'Client messages carry the link alone; follow-ups are off unless asked for.',
        )}
        {flag('part2', '42 CFR Part 2', 'Substance use treatment: the same care with messages.')}
        {flag('victimServices', 'Victim services', 'The same care with messages.')}
      </Choices>
      <div className="wh-buttons">
        <button type="submit" className="usa-button" aria-disabled={save.isPending}>
          {save.isPending ? 'Saving…' : id ? 'Save listing' : 'Add listing'}
        </button>
        <Link to="/admin/listings" className="usa-button usa-button--unstyled">
          Cancel
        </Link>
      </div>
    </form>
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
