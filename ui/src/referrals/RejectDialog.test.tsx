import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { RejectDialog, type Draft } from './RejectDialog';

const reasons = [
  { code: 'NO_CAPACITY', label: 'No capacity', detailsRequired: false },
  { code: 'OTHER', label: 'Other', detailsRequired: true },
] as const;

function Rejecting({ onReject, error = null }: { onReject: () => void; error?: unknown }) {
  const [draft, setDraft] = useState<Draft>({ details: '' });
  const [open, setOpen] = useState(true);
  return open ? (
    <RejectDialog
      reasons={[...reasons]}
      pending={false}
      error={error}
      draft={draft}
      onDraft={setDraft}
      onReject={onReject}
      onClose={() => setOpen(false)}
    />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      Reject
    </button>
  );
}

describe('rejecting', () => {
  it('has no reason chosen beforehand, and asks for one', async () => {
    const onReject = vi.fn();
    render(<Rejecting onReject={onReject} />);
    expect(screen.queryByRole('radio', { checked: true })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Reject referral' }));
    expect(screen.getByRole('group')).toHaveAccessibleDescription('Choose a reason.');
    expect(onReject).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Choose a reason.' }));
    expect(screen.getByRole('radio', { name: 'No capacity' })).toHaveFocus();
  });

  it('leaves it to the API whether details are enough', async () => {
    const onReject = vi.fn();
    const { rerender } = render(<Rejecting onReject={onReject} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    expect(screen.getByRole('textbox', { name: /^Details/ })).toBeRequired();
    await userEvent.click(screen.getByRole('button', { name: 'Reject referral' }));
    expect(onReject).toHaveBeenCalledWith('OTHER', '');

    rerender(
      <Rejecting
        onReject={onReject}
        error={new Problem(422, { errors: [{ pointer: '/details', detail: 'Say why.' }] })}
      />,
    );
    expect(screen.getByRole('textbox', { name: /^Details/ })).toHaveAccessibleDescription(/Say why\./);
  });

  it('keeps what was chosen and typed when the window is closed by mistake', async () => {
    render(<Rejecting onReject={vi.fn()} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Details/ }), 'We moved.');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(screen.getByRole('radio', { name: 'Other' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: /^Details/ })).toHaveValue('We moved.');
  });
});
