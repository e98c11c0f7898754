import { Label } from '@trussworks/react-uswds';
import { useId, type ReactNode } from 'react';

type Wired = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required?: boolean;
};

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** The pointer of the field in the body that is sent: where an error summary leads to. */
  pointer?: string;
  className?: string;
  children: (wired: Wired) => ReactNode;
};

/** A label, its control, and beside it whatever the API says of it. */
export function Field({ label, hint, error, required = false, pointer, className = '', children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`wh-field ${error ? 'wh-field--error' : ''} ${className}`} data-pointer={pointer}>
      <Label htmlFor={id} error={Boolean(error)}>
        {label}
        {required && <Required />}
      </Label>
      {hint && (
        <div className="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="usa-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
        ...(required ? { required } : {}),
      })}
    </div>
  );
}

/** Choices under one question. */
export function Choices({
  legend,
  hint,
  error,
  required = false,
  pointer,
  className = '',
  children,
}: Omit<Props, 'children' | 'label'> & { legend: ReactNode; children: ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      className={`usa-fieldset wh-field ${error ? 'wh-field--error' : ''} ${className}`}
      aria-describedby={described}
      data-pointer={pointer}
    >
      <legend className="usa-legend">
        {legend}
        {required && <Required />}
      </legend>
      {hint && (
        <div className="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="usa-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </fieldset>
  );
}

function Required() {
  return (
    <abbr title="required" className="usa-label--required wh-required">
      *
    </abbr>
  );
}
