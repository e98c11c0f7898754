import { Radio, Textarea } from '@trussworks/react-uswds';
import { useState } from 'react';
import { inWords } from '../api/problem';
import type { Me, RejectReason } from '../api/types';
import { Dialog } from '../parts/Dialog';
import { errorAt, fieldErrors } from '../parts/errors';
import { Choices, Field } from '../parts/Field';

type Props = {
  reasons: Me['reasons'];
  pending: boolean;
  error: unknown;
  onReject: (reason: RejectReason, details: string) => void;
  onClose: () => void;
};

/** A reason of the set list, none chosen beforehand; details where the list asks for them. */
export function RejectDialog({ reasons, pending, error, onReject, onClose }: Props) {
  const [reason, setReason] = useState<RejectReason | undefined>();
  const [details, setDetails] = useState('');
  const [none, setNone] = useState(false);
  const errors = fieldErrors(error);
  const detailsRequired = reasons.find(({ code }) => code === reason)?.detailsRequired ?? false;
  const detailsError = errorAt(errors, '/details');
  const reasonError = none && !reason ? 'Choose a reason.' : errorAt(errors, '/reason');

  return (
    <Dialog title="Reject this referral" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (pending) return;
          if (reason) onReject(reason, details.trim());
          else setNone(true);
        }}
      >
        {error !== null && errors.length === 0 && (
          <p className="usa-error-message" role="alert">
            {inWords(error).title}. {inWords(error).text}
          </p>
        )}
        <Choices legend="Why can you not serve this person?" required pointer="/reason" error={reasonError}>
          {reasons.map(({ code, label }) => (
            <Radio
              key={code}
              id={`reason-${code}`}
              name="reason"
              label={label}
              value={code}
              checked={reason === code}
              onChange={() => setReason(code)}
            />
          ))}
        </Choices>
        <Field
          label={detailsRequired ? 'Details' : 'Details, if they help'}
          required={detailsRequired}
          pointer="/details"
          error={detailsError}
        >
          {(wired) => (
            <Textarea
              {...wired}
              name="details"
              rows={3}
              maxLength={500}
              className="wh-textarea--short"
              value={details}
              onChange={(event) => setDetails(event.target.value)}
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
