import { TextInput } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** Above a table of administration: what narrows it, and at the end what adds to it. */
export function Find({ label, placeholder, value, onChange, children }: Props) {
  return (
    <form
      className="wh-bar wh-bar--filters"
      role="search"
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="wh-bar__field wh-bar__field--wide">
        <label htmlFor="find">Search</label>
        <TextInput
          id="find"
          name="q"
          type="search"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {children}
    </form>
  );
}

/** Every word somewhere in what is shown. */
export function fits(words: string, ...shown: (string | null | undefined)[]): boolean {
  const all = shown.filter(Boolean).join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
