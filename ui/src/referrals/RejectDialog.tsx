import { Radio, Textarea } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Problem } from '../api/problem';
import type { Me, RejectReason } from '../api/types';
import { Dialog } from '../parts/Dialog';
import { errorAt, ErrorSummary, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';

/** What was chosen and typed so far: it outlives a window that was closed by mistake. */
export type Draft = { reason?: RejectReason | undefined; details: string };

type Props = {
  reasons: Me['reasons'];
  pending: boolean;
  error: unknown;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onReject: (reason: RejectReason, details: string) => void;
  onClose: () => void;
};

const NO_REASON = 'Choose a reason.';

/** A reason of the set list, none chosen beforehand; details where the list asks for them. */
export function RejectDialog({ reasons, pending, error, draft, onDraft, onReject, onClose }: Props) {
  const { reason, details } = draft;
  // A form without a reason cannot be sent at all: this one error is ours to say, in the API's manner.
  const [none, setNone] = useState<Problem | undefined>();
  const errors = fieldErrors(error);
  const detailsRequired = reasons.find(({ code }) => code === reason)?.detailsRequired ?? false;
  const detailsError = errorAt(errors, '/details');
  const reasonError = none && !reason ? NO_REASON : errorAt(errors, '/reason');

  return (
    <Dialog title="Reject this referral" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (pending) return;
          if (reason) onReject(reason, details.trim());
          else setNone(new Problem(422, { errors: [{ pointer: '/reason', detail: NO_REASON }] }));
        }}
      >
        <ErrorSummary error={none && !reason ? none : error} />
        <Choices legend="Why can you not serve this person?" required pointer="/reason" error={reasonError}>
          {reasons.map(({ code, label }) => (
            <Radio
              key={code}
              id={`reason-${code}`}
              name="reason"
              label={label}
              value={code}
              checked={reason === code}
              onChange={() => onDraft({ reason: code, details })}
            />
          ))}
        </Choices>
        <Field
          label={detailsRequired ? 'Details' : 'Details, if they help'}
          hint={`The sender reads this. ${details.length} of 500 characters.`}
          required={detailsRequired}
          pointer="/details"
          error={detailsError}
        >
          {(wired) => (
            <Textarea
              {...wired}
              name="details"
              rows={3}
              className="wh-textarea--short"
              value={details}
              onChange={(event) => onDraft({ reason, details: event.target.value })}
            />
          )}
        </Field>
        <div className="wh-buttons">
          <button type="submit" className="usa-button usa-button--secondary" aria-disabled={pending}>
            {pending ? 'Rejecting…' : 'Reject referral'}
          </button>
          <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
            Back
          </button>
        </div>
      </form>
    </Dialog>
  );
}
