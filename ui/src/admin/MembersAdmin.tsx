import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select } from '@trussworks/react-uswds';
import { useRef, useState } from 'react';
import { api, idempotencyKey, told } from '../api/client';
import type { Member, MemberToSave, Role } from '../api/types';
import { EmailAddress } from '../parts/EmailAddress';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices } from '../parts/Field';
import { FormDialog } from '../parts/FormDialog';
import { Icon } from '../parts/icons';
import { TextField } from '../parts/TextField';
import { toast } from '../parts/Toasts';
import { phoneWords, ROLES } from '../parts/words';
import { AdminList } from './AdminList';
import { Find, fits } from './Find';
import { OrganizationField } from './OrganizationField';
import { useMembers } from './queries';

export function MembersAdmin() {
  const members = useMembers();
  const [words, setWords] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const rows = members.rows?.filter(
    (member) =>
      (role === '' || member.roles.includes(role)) &&
      fits(words, member.name, member.email, member.organization.name, member.program),
  );
  const [editing, setEditing] = useState<Member | 'new' | undefined>();
  return (
    <>
      <Find label="Members" placeholder="Name, email or organization" value={words} onChange={setWords}>
        <div className="wh-bar__field">
          <label htmlFor="role">Role</label>
          <Select id="role" name="role" value={role} onChange={(event) => setRole(event.target.value as Role | '')}>
            <option value="">All</option>
            {(Object.keys(ROLES) as Role[]).map((code) => (
              <option key={code} value={code}>
                {ROLES[code].label}
              </option>
            ))}
          </Select>
        </div>
        <div className="wh-bar__end">
          <button type="button" className="usa-button" onClick={() => setEditing('new')}>
            <Icon name="add" /> Add a member
          </button>
        </div>
      </Find>
      <AdminList
        query={members}
        rows={rows}
        label="Members"
        one="member"
        columns={['Name', 'Organization', 'Roles', 'State', '']}
        empty={
          words || role
            ? { icon: 'search', title: 'No member fits', onAll: () => (setWords(''), setRole('')) }
            : { icon: 'person', title: 'There are no members yet' }
        }
        row={(member) => (
          <tr key={member.id} role="row" className={`wh-row wh-row--plain ${member.active ? '' : 'wh-row--resting'}`}>
            <td role="cell" data-label="Name">
              <strong>{member.name}</strong>
              <span className="wh-table__second">
                <EmailAddress>{member.email}</EmailAddress>
              </span>
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
                <span className="wh-status wh-status--withdrawn">Deactivated</span>
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
        <FormDialog
          title={editing === 'new' ? 'Add a member' : `Edit ${editing.name}`}
          onClose={() => setEditing(undefined)}
        >
          {(cancel) => (
            <MemberForm
              member={editing === 'new' ? undefined : editing}
              onDone={() => setEditing(undefined)}
              onCancel={cancel}
            />
          )}
        </FormDialog>
      )}
    </>
  );
}

type FormProps = { member: Member | undefined; onDone: () => void; onCancel: () => void };

function MemberForm({ member, onDone, onCancel }: FormProps) {
  const queries = useQueryClient();
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
  const text = (name: 'name' | 'email' | 'program' | 'phone') => ({
    name,
    value: it[name],
    onText: (words: string) => set({ [name]: words }),
    errors,
  });

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
        <TextField {...text('email')} label="Email" type="email" required />
        <OrganizationField
          value={it.organizationId}
          onChoose={(organizationId) => set({ organizationId })}
          errors={errors}
        />
        <TextField {...text('program')} label="Program" />
        <TextField {...text('phone')} label="Phone" type="tel" />
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
            labelDescription="Without this mark the member is deactivated: every page is closed to them at once."
            checked={it.active ?? true}
            onChange={(event) => set({ active: event.target.checked })}
          />
        </Choices>
      )}
      <div className="wh-buttons">
        <button type="submit" className="usa-button" aria-disabled={save.isPending}>
          {save.isPending ? 'Saving…' : member ? 'Save changes' : 'Add member'}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
