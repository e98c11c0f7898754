import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Dialog } from './Dialog';

describe('a window', () => {
  it('that is opened from a form sends its own form alone', async () => {
    const outer = vi.fn((event: React.FormEvent) => event.preventDefault());
    const inner = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form aria-label="Referral" onSubmit={outer}>
        <Dialog title="Add a client" onClose={vi.fn()}>
          <form aria-label="Client" onSubmit={inner}>
            <button type="submit">Add client</button>
          </form>
        </Dialog>
      </form>,
    );
    expect(screen.getByRole('form', { name: 'Referral' })).not.toContainElement(
      screen.getByRole('form', { name: 'Client' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add client' }));
    expect(inner).toHaveBeenCalledOnce();
    expect(outer).not.toHaveBeenCalled();
  });
});
