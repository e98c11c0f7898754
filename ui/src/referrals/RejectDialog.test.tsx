import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { RejectDialog } from './RejectDialog';

const reasons = [
  { code: 'NO_CAPACITY', label: 'No capacity', detailsRequired: false },
  { code: 'OTHER', label: 'Other', detailsRequired: true },
] as const;

const dialog = (onReject = vi.fn(), error: unknown = null) => (
  <RejectDialog reasons={[...reasons]} pending={false} error={error} onReject={onReject} onClose={vi.fn()} />
);

describe('rejecting', () => {
  it('has no reason chosen beforehand, and asks for one', async () => {
    const onReject = vi.fn();
    render(dialog(onReject));
    expect(screen.queryByRole('radio', { checked: true })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Reject referral' }));
    expect(screen.getByText('Choose a reason.')).toBeVisible();
    expect(onReject).not.toHaveBeenCalled();
  });

  it('leaves it to the API whether details are enough', async () => {
    const onReject = vi.fn();
    const { rerender } = render(dialog(onReject));
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    expect(screen.getByRole('textbox', { name: /^Details/ })).toBeRequired();
    await userEvent.click(screen.getByRole('button', { name: 'Reject referral' }));
    expect(onReject).toHaveBeenCalledWith('OTHER', '');

    rerender(dialog(onReject, new Problem(422, { errors: [{ pointer: '/details', detail: 'Say why.' }] })));
    expect(screen.getByRole('textbox', { name: /^Details/ })).toHaveAccessibleDescription('Say why.');
  });
});
