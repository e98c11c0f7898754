import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select, TextInput } from '@trussworks/react-uswds';
import { useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import type { Member, MemberToSave, Role } from '../api/types';
import { Dialog } from '../parts/Dialog';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { toast } from '../parts/Toasts';
import { phoneWords } from '../parts/words';
import { AdminList } from './AdminList';
import { useMembers, useOrganizations } from './queries';

const ROLES: Record<Role, { label: string; description: string }> = {
  CASEWORKER: { label: 'Caseworker', description: 'Clients, referring, sharing' },
  RECEIVER: { label: 'Receiving staff', description: 'Answers what comes in' },
  ADMINISTRATOR: { label: 'Network administrator', description: 'Listings, requests, members; sees no client' },
};

export function MembersAdmin() {
  const members = useMembers();
  const [editing, setEditing] = useState<Member | 'new' | undefined>();
  return (
    <>
      <div className="wh-bar wh-bar--filters">
        <div className="wh-bar__end">
          <button type="button" className="usa-button" onClick={() => setEditing('new')}>
            <Icon name="add" /> Add a member
          </button>
        </div>
      </div>
      <AdminList
        query={members}
        rows={members.rows}
        label="Members"
        columns={['Name', 'Organization', 'Roles', 'State', '']}
        empty={{ icon: 'person', title: 'There are no members yet' }}
        row={(member) => (
          <tr key={member.id} role="row" className="wh-row wh-row--plain">
            <td role="cell" data-label="Name">
              <strong>{member.name}</strong>
              <span className="wh-table__second">{member.email}</span>
            </td>
            <td role="cell" data-label="Organization">
              <span>{member.organization.name}</span>
              {member.program && <span className="wh-table__second">{member.program}</span>}
            </td>
            <td role="cell" data-label="Roles">
              {member.roles.map((role) => ROLES[role].label).join(', ')}
            </td>
            <td role="cell" data-label="State">
              {member.active ? (
                <span className="wh-quiet">May sign in</span>
              ) : (
                <span className="wh-trouble">Disabled</span>
              )}
            </td>
            <td role="cell" className="wh-table__actions">
              <button
                type="button"
                className="wh-small-button"
                aria-label={`Edit ${member.name}`}
                onClick={() => setEditing(member)}
              >
                Edit
              </button>
            </td>
          </tr>
        )}
      />
      {editing && (
        <Dialog
          title={editing === 'new' ? 'Add a member' : editing.name}
          shape="wide"
          onClose={() => setEditing(undefined)}
        >
          <MemberForm member={editing === 'new' ? undefined : editing} onDone={() => setEditing(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function MemberForm({ member, onDone }: { member: Member | undefined; onDone: () => void }) {
  const queries = useQueryClient();
  const organizations = useOrganizations();
  const key = useRef({ of: '', key: '' });
  const [it, setIt] = useState<MemberToSave>({
    name: member?.name ?? '',
    email: member?.email ?? '',
    organizationId: member?.organization.id ?? '',
    program: member?.program ?? '',
    phone: member?.phone ? phoneWords(member.phone) : '',
    roles: member?.roles ?? ['CASEWORKER'],
    active: member?.active ?? true,
  });
  const set = (change: Partial<MemberToSave>) => setIt((before) => ({ ...before, ...change }));

  const save = useMutation({
    mutationFn: (): Promise<Member> => {
      const { active, ...rest } = it;
      const body = { ...rest, program: rest.program?.trim() || null, phone: rest.phone?.trim() || null };
      if (member)
        return told(api.PUT('/api/members/{id}', { params: { path: { id: member.id } }, body: { ...body, active } }));
      const of = JSON.stringify(body);
      if (key.current.of !== of) key.current = { of, key: idempotencyKey() };
      return told(api.POST('/api/members', { body, params: { header: { 'Idempotency-Key': key.current.key } } }));
    },
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: ['admin', 'members'] });
      onDone();
      toast(`${saved.name} is ${member ? 'saved' : 'added'}.`);
    },
  });
  const errors = fieldErrors(save.error);
  const text = (
    name: 'name' | 'email' | 'program' | 'phone',
    label: string,
    type: 'text' | 'email' | 'tel' = 'text',
    required = false,
  ) => (
    <Field label={label} required={required} pointer={`/${name}`} error={errorAt(errors, `/${name}`)}>
      {(wired) => (
        <TextInput
          {...wired}
          type={type}
          name={name}
          autoComplete="off"
          value={it[name] ?? ''}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );

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
        {text('name', 'Name', 'text', true)}
        {text('email', 'Email', 'email', true)}
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
        {text('program', 'Program')}
        {text('phone', 'Phone', 'tel')}
      </div>
      <Choices legend="Roles" required pointer="/roles" error={errorAt(errors, '/roles')}>
        {(Object.keys(ROLES) as Role[]).map((role) => (
          <Checkbox
            key={role}
            id={`role-${role}`}
            name="roles"
            label={ROLES[role].label}
            labelDescription={ROLES[role].description}
            checked={it.roles.includes(role)}
            onChange={(event) =>
              set({ roles: event.target.checked ? [...it.roles, role] : it.roles.filter((one) => one !== role) })
            }
          />
        ))}
      </Choices>
      {member && (
        <Choices legend="Sign-in" pointer="/active">
          <Checkbox
            id="active"
            name="active"
            label="May sign in"
            checked={it.active ?? true}
            onChange={(event) => set({ active: event.target.checked })}
          />
        </Choices>
      )}
      <div className="wh-buttons">
        <button type="submit" className="usa-button" aria-disabled={save.isPending}>
          {save.isPending ? 'Saving…' : member ? 'Save changes' : 'Add member'}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
