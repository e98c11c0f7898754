import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select } from '@trussworks/react-uswds';
import { useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import type { Organization, OrganizationToSave } from '../api/types';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';
import { FormDialog } from '../parts/FormDialog';
import { Icon } from '../parts/icons';
import { TextField } from '../parts/TextField';
import { toast } from '../parts/Toasts';
import { phoneWords } from '../parts/words';
import { ZONES } from '../parts/zones';
import { AdminList } from './AdminList';
import { Find, fits } from './Find';
import { useOrganizations } from './queries';

export function OrganizationsAdmin() {
  const organizations = useOrganizations();
  const [words, setWords] = useState('');
  const rows = organizations.rows?.filter((organization) => fits(words, organization.name, organization.displayName));
  const [editing, setEditing] = useState<Organization | 'new' | undefined>();
  return (
    <>
      <Find label="Organizations" placeholder="Name" value={words} onChange={setWords}>
        <div className="wh-bar__end">
          <button type="button" className="usa-button" onClick={() => setEditing('new')}>
            <Icon name="add" /> Add an organization
          </button>
        </div>
      </Find>
      <AdminList
        query={organizations}
        rows={rows}
        label="Organizations"
        one="organization"
        columns={['Name', 'Phone', 'Time zone', 'Out of network referring', 'Care', '']}
        empty={
          words
            ? { icon: 'search', title: 'No organization fits', onAll: () => setWords('') }
            : { icon: 'place', title: 'There are no organizations yet' }
        }
        row={(organization) => (
          <tr key={organization.id} role="row" className="wh-row wh-row--plain">
            <td role="cell" data-label="Name">
              <strong>{organization.name}</strong>
              {organization.displayName && organization.displayName !== organization.name && (
                <span className="wh-table__second">shown as {organization.displayName}</span>
              )}
            </td>
            <td role="cell" data-label="Phone">
              {organization.phone ? phoneWords(organization.phone) : '—'}
            </td>
            <td role="cell" data-label="Time zone">
              {ZONES.find(({ id }) => id === organization.timeZone)?.label ?? organization.timeZone}
            </td>
            <td role="cell" data-label="Out of network referring">
              {organization.outOfNetworkReferring ? 'Opted in' : <span className="wh-quiet">Not opted in</span>}
            </td>
            <td role="cell" data-label="Care">
              {[organization.victimServices && 'Victim services', organization.part2 && '42 CFR Part 2']
                .filter(Boolean)
                .join(', ') || '—'}
            </td>
            <td role="cell" className="wh-table__actions">
              <button
                type="button"
                className="wh-small-button"
                aria-label={`Edit ${organization.name}`}
                onClick={() => setEditing(organization)}
              >
                Edit
              </button>
            </td>
          </tr>
        )}
      />
      {editing && (
        <FormDialog
          title={editing === 'new' ? 'Add an organization' : `Edit ${editing.name}`}
          onClose={() => setEditing(undefined)}
        >
          {(cancel) => (
            <OrganizationForm
              organization={editing === 'new' ? undefined : editing}
              onDone={() => setEditing(undefined)}
              onCancel={cancel}
            />
          )}
        </FormDialog>
      )}
    </>
  );
}

type FormProps = { organization: Organization | undefined; onDone: () => void; onCancel: () => void };

function OrganizationForm({ organization, onDone, onCancel }: FormProps) {
  const queries = useQueryClient();
  const id = useRef(organization?.id ?? idempotencyKey());
  const [it, setIt] = useState<OrganizationToSave>({
    name: organization?.name ?? '',
    displayName: organization?.displayName ?? '',
    timeZone: organization?.timeZone ?? 'America/Los_Angeles',
    phone: organization?.phone ? phoneWords(organization.phone) : '',
    outOfNetworkReferring: organization?.outOfNetworkReferring ?? false,
    victimServices: organization?.victimServices ?? false,
    part2: organization?.part2 ?? false,
  });
  const set = (change: Partial<OrganizationToSave>) => setIt((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      told<Organization>(
        api.PUT('/api/organizations/{id}', {
          params: { path: { id: id.current } },
          body: { ...it, displayName: it.displayName?.trim() || null, phone: it.phone?.trim() || null },
        }),
      ),
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: ['admin', 'organizations'] });
      onDone();
      toast(`${saved.name} is ${organization ? 'saved' : 'added'}.`);
    },
  });
  const errors = fieldErrors(save.error);
  const text = (name: 'name' | 'displayName' | 'phone') => ({
    name,
    value: it[name],
    onText: (words: string) => set({ [name]: words }),
    errors,
  });
  const zoneKnown = ZONES.some((zone) => zone.id === it.timeZone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <ErrorSummary error={save.error} />
      <div className="wh-grid">
        <TextField {...text('name')} label="Name" required />
        <TextField {...text('displayName')} label="Display name" hint="A neutral name, where the own says too much" />
        <Field label="Time zone" required pointer="/timeZone" error={errorAt(errors, '/timeZone')}>
          {(wired) => (
            <Select
              {...wired}
              name="timeZone"
              value={it.timeZone}
              onChange={(event) => set({ timeZone: event.target.value })}
            >
              {!zoneKnown && <option value={it.timeZone}>{it.timeZone}</option>}
              {ZONES.map((zone) => (
                <option key={zone.id} value={zone.id}>
                  {zone.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <TextField {...text('phone')} label="Phone" type="tel" />
      </div>
      <Choices legend="What holds for its referrals" className="wh-flags">
        <Checkbox
          id="outOfNetworkReferring"
          name="outOfNetworkReferring"
          label="Opted in to out of network referring"
          labelDescription="May refer to programs that are not on this network."
          checked={it.outOfNetworkReferring ?? false}
          onChange={(event) => set({ outOfNetworkReferring: event.target.checked })}
        />
        <Checkbox
          id="victimServices"
          name="victimServices"
          label="Victim services"
          labelDescription="Needs written consent; client messages carry the link alone."
          checked={it.victimServices ?? false}
          onChange={(event) => set({ victimServices: event.target.checked })}
        />
        <Checkbox
          id="part2"
          name="part2"
          label="42 CFR Part 2"
          labelDescription="Substance use treatment records."
          checked={it.part2 ?? false}
          onChange={(event) => set({ part2: event.target.checked })}
        />
      </Choices>
      <div className="wh-buttons">
        <button type="submit" className="usa-button" aria-disabled={save.isPending}>
          {save.isPending ? 'Saving…' : organization ? 'Save changes' : 'Add organization'}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
