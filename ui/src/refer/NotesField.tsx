import { useRef } from 'react';
import type { FieldError } from '../api/types';
import { Field } from '../parts/Field';
import { Icon } from '../parts/icons';
import { marked } from './marked';

export const NOTES_HOLD = 500;

type Props = {
  value: string;
  onChange: (notes: string) => void;
  /** What leaks, with its place; of these notes, or of what was just typed over. */
  leaks: readonly FieldError[];
  outOfNetwork: boolean;
};

/** Notes, with the places marked that may not leave in them. The check is the API's; here it is only shown. */
export function NotesField({ value, onChange, leaks, outOfNetwork }: Props) {
  const backdrop = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const left = NOTES_HOLD - value.length;
  const placed = leaks.filter((leak) => leak.start !== undefined && leak.end !== undefined);

  return (
    <div className="wh-notes">
      <Field
        label="Notes"
        pointer="/notes"
        hint={
          outOfNetwork
            ? 'Note: Avoid including any sensitive information in the notes section.'
            : 'What helps them to help: mornings only, a wheelchair, a child who comes along.'
        }
      >
        {(wired) => (
          <div className="wh-notes__box">
            <div className="wh-notes__backdrop" aria-hidden="true" ref={backdrop}>
              {marked(value, placed).map((piece, at) =>
                piece.leaks ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
              {'\n'}
            </div>
            <textarea
              {...wired}
              aria-describedby={[wired['aria-describedby'], 'notes-left', 'notes-leaks'].filter(Boolean).join(' ')}
              aria-invalid={leaks.length > 0 ? true : undefined}
              ref={textarea}
              className="usa-textarea wh-notes__text"
              name="notes"
              rows={5}
              maxLength={NOTES_HOLD}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onScroll={(event) => backdrop.current?.scrollTo({ top: event.currentTarget.scrollTop })}
            />
          </div>
        )}
      </Field>
      <div className="wh-notes__foot">
        <ul id="notes-leaks" className="wh-notes__leaks" aria-live="polite">
          {leaks.map((leak) => (
            <li key={`${leak.kind ?? ''}${leak.start ?? ''}${leak.detail}`}>
              <Icon name="warning" />
              <span>
                {leak.detail}{' '}
                {leak.start !== undefined && leak.end !== undefined && (
                  <button
                    type="button"
                    className="usa-button usa-button--unstyled"
                    onClick={() => {
                      textarea.current?.focus();
                      textarea.current?.setSelectionRange(leak.start!, leak.end!);
                    }}
                  >
                    Show “{value.slice(leak.start, leak.end)}”
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
        <span id="notes-left" className={`wh-notes__left ${left < 50 ? 'wh-notes__left--few' : ''}`}>
          {left} characters left
        </span>
      </div>
    </div>
  );
}
