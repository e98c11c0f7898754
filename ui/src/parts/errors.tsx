import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Problem, inWords } from '../api/problem';
import type { FieldError } from '../api/types';

/** What the API says of one field, or of anything inside it. */
export function errorAt(errors: readonly FieldError[], pointer: string): string | undefined {
  const found = errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
  return found.length > 0 ? [...new Set(found.map((error) => error.detail))].join(' ') : undefined;
}

/** The errors of a refused form; none for any other trouble. */
export function fieldErrors(error: unknown): readonly FieldError[] {
  return error instanceof Problem ? error.errors : [];
}

/**
 * What went wrong with a form, on top of it, with a way to each field. It takes the focus: a screen reader begins here, and so
 * does whoever scrolled away.
 */
export function ErrorSummary({ error }: { error: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    // What a field is called is known once it is drawn, and then said before anybody sees the rest.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setNames(fieldErrors(error).map((each) => nameOf(each.pointer)));
  }, [error]);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { title, text } = inWords(error);
  const errors = fieldErrors(error);
  return (
    <div className="usa-alert usa-alert--error wh-summary" role="alert" tabIndex={-1} ref={box}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{title}</h2>
        {errors.length === 0 ? (
          <p className="usa-alert__text">{text}</p>
        ) : (
          <ul className="usa-list">
            {errors.map((each, at) => (
              <li key={`${each.pointer} ${each.detail} ${each.start ?? ''}`}>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => focusField(each.pointer)}
                >
                  {names[at] ? `${names[at]}: ${each.detail}` : each.detail}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

export function focusField(pointer: string): void {
  fieldOf(pointer)?.querySelector<HTMLElement>(CONTROLS)?.focus();
}

const CONTROLS = 'input, select, textarea, button';

/** The field of that pointer, or the nearest one that contains it. */
function fieldOf(pointer: string): Element | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    // A window may stand before a page that has a field of the same name.
    const field = [...document.querySelectorAll(`[data-pointer="${CSS.escape(at)}"]`)].at(-1);
    if (field?.querySelector(CONTROLS)) return field;
  }
  return undefined;
}

/** What the field is called where it stands: "This is needed" says little by itself. A question is its own name. */
function nameOf(pointer: string): string {
  const said = fieldOf(pointer)?.querySelector('label, legend')?.textContent.replace(/\*$/, '').trim() ?? '';
  return said.endsWith('?') ? '' : said;
}
