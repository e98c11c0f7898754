import { Select } from '@trussworks/react-uswds';
import type { FieldError } from '../api/types';
import { errorAt } from '../parts/errors';
import { Field } from '../parts/Field';
import { useOrganizations } from './queries';

type Props = { value: string; onChoose: (id: string) => void; errors: readonly FieldError[] };

/** Whose it is: one of the organizations of the network. */
export function OrganizationField({ value, onChoose, errors }: Props) {
  const organizations = useOrganizations();
  return (
    <Field label="Organization" required pointer="/organizationId" error={errorAt(errors, '/organizationId')}>
      {(wired) => (
        <Select {...wired} name="organizationId" value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">Choose</option>
          {organizations.rows?.map((organization) => (
            <option key={organization.id} value={organization.id}>
              {organization.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
