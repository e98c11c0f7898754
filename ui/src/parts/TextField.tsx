import { TextInput } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';
import type { FieldError } from '../api/types';
import { errorAt } from './errors';
import { Field } from './Field';

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  type?: 'text' | 'email' | 'tel' | 'url';
  className?: string;
  value: string | null | undefined;
  onText: (text: string) => void;
  /** All that the API says of the form; what is said of `/name` stands here. */
  errors: readonly FieldError[];
};

/** One line of text, called in the body that is sent as it is called here. */
export function TextField({ name, label, hint, required, type = 'text', className, value, onText, errors }: Props) {
  const pointer = `/${name}`;
  return (
    <Field
      label={label}
      hint={hint}
      required={required ?? false}
      pointer={pointer}
      error={errorAt(errors, pointer)}
      className={className ?? ''}
    >
      {(wired) => (
        <TextInput
          {...wired}
          type={type}
          name={name}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
