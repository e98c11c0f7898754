import { TextInput } from '@trussworks/react-uswds';
import { useRef } from 'react';
import type { FieldError } from '../api/types';
import { errorAt } from './errors';
import { Field } from './Field';
import { Icon } from './icons';
import { useTouch } from './useUnsaved';

type Props = {
  label: string;
  hint?: string;
  type: 'email' | 'tel';
  add: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  /** The pointer of the list in the body that is sent. */
  pointer: string;
  errors: readonly FieldError[];
};

/** One field for each address or number, and always one to type into. */
export function Lines({ label, hint, type, add, values, onChange, pointer, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const touch = useTouch();
  // Empty lines are left out of what is sent, so the API counts without them.
  const pointerAt = (at: number) => `${pointer}/${values.slice(0, at).filter((text) => text.trim()).length}`;
  const ofAll = errors.filter((error) => error.pointer === pointer).map((error) => error.detail);

  return (
    <div ref={box} className="wh-lines-field" data-pointer={pointer}>
      {ofAll.length > 0 && <span className="usa-error-message">{ofAll.join(' ')}</span>}
      {values.map((value, at) => (
        <Field
          key={at}
          label={values.length > 1 ? `${label} ${at + 1}` : label}
          hint={at === 0 ? hint : undefined}
          pointer={pointerAt(at)}
          error={value.trim() ? errorAt(errors, pointerAt(at)) : undefined}
        >
          {(wired) => (
            <div className="wh-line">
              <TextInput
                {...wired}
                type={type}
                name={type}
                autoComplete="off"
                value={value}
                onChange={(event) => onChange(values.map((old, place) => (place === at ? event.target.value : old)))}
              />
              {values.length > 1 && (
                <button
                  type="button"
                  className="wh-icon-button"
                  aria-label={`Remove ${label.toLowerCase()} ${at + 1}`}
                  onClick={() => {
                    onChange(values.filter((_, place) => place !== at));
                    touch();
                    addButton.current?.focus();
                  }}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
          )}
        </Field>
      ))}
      <button
        type="button"
        className="usa-button usa-button--unstyled wh-line__add"
        ref={addButton}
        onClick={() => {
          onChange([...values, '']);
          requestAnimationFrame(() => [...(box.current?.querySelectorAll('input') ?? [])].at(-1)?.focus());
        }}
      >
        <Icon name="add" /> {add}
      </button>
    </div>
  );
}

/** As fields: one empty where there is nothing yet. */
export function asLines(values: readonly string[] | undefined): readonly string[] {
  return values && values.length > 0 ? values : [''];
}

/** What was typed, without the empty ones. */
export function filled(values: readonly string[]): string[] {
  return values.map((text) => text.trim()).filter(Boolean);
}
