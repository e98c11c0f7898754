import { useId, useState, type ReactNode } from 'react';

export type Option<T> = { key: string; text: string; detail?: ReactNode; value: T };

type Props<T> = {
  id: string;
  value: string;
  onText: (text: string) => void;
  onChoose: (value: T) => void;
  options: Option<T>[];
  /** Said below an empty list; without it an empty list is not shown. */
  nothing?: ReactNode;
  label: string;
  busy?: boolean;
  placeholder?: string;
  type?: 'text' | 'email' | 'tel' | 'search';
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  required?: boolean;
  onBlur?: () => void;
};

/** A text field with suggestions under it (ARIA 1.2: list autocomplete, manual selection). What is typed counts as it is. */
export function Combobox<T>({
  id,
  value,
  onText,
  onChoose,
  options,
  nothing,
  label,
  busy,
  type = 'text',
  onBlur,
  ...rest
}: Props<T>) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const shown = open && (options.length > 0 || Boolean(nothing));

  const choose = (option: Option<T> | undefined) => {
    if (!option) return;
    setOpen(false);
    setActive(-1);
    onChoose(option.value);
  };

  return (
    <div className="wh-combobox">
      <input
        {...rest}
        id={id}
        className="usa-input"
        type={type}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        aria-busy={busy}
        value={value}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setActive(-1);
          onBlur?.();
        }}
        onKeyDown={(event) => {
          switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp': {
              event.preventDefault();
              setOpen(true);
              if (options.length === 0) return;
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setActive((at) =>
                at === -1 && step === -1 ? options.length - 1 : (at + step + options.length) % options.length,
              );
              return;
            }
            case 'Enter':
              if (shown && active >= 0) {
                event.preventDefault();
                choose(options[active]);
              }
              return;
            case 'Escape':
              if (shown) {
                event.preventDefault();
                event.stopPropagation();
                setOpen(false);
                setActive(-1);
              }
              return;
            default:
          }
        }}
      />
      <ul id={list} role="listbox" aria-label={label} className="wh-combobox__list" hidden={!shown}>
        {options.map((option, at) => (
          // The keyboard is the input's: focus never enters the list.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.key}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === active}
            className="wh-combobox__option"
            // Before the field loses the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onMouseMove={() => setActive(at)}
          >
            <span>{option.text}</span>
            {option.detail && <span className="wh-combobox__detail">{option.detail}</span>}
          </li>
        ))}
        {options.length === 0 && nothing && (
          <li role="option" aria-selected="false" aria-disabled="true" className="wh-combobox__nothing">
            {nothing}
          </li>
        )}
      </ul>
    </div>
  );
}
