import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NotesField } from './NotesField';

describe('the notes', () => {
  it('carry the note of the seed out of network', () => {
    render(<NotesField value="" onChange={vi.fn()} leaks={[]} outOfNetwork />);
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveAccessibleDescription(
      /Avoid including any sensitive information in the notes section/,
    );
  });

  it('point at what leaks', async () => {
    const notes = 'Call 206-555-0142 first.';
    const leak = {
      pointer: '/notes',
      detail: 'This looks like a phone number.',
      kind: 'PHONE' as const,
      start: 5,
      end: 17,
    };
    render(<NotesField value={notes} onChange={vi.fn()} leaks={[leak]} outOfNetwork />);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/This looks like a phone number/);

    await userEvent.click(screen.getByRole('button', { name: 'Show “206-555-0142”' }));
    expect(field).toHaveFocus();
    expect(notes.slice(field.selectionStart, field.selectionEnd)).toBe('206-555-0142');
  });

  it('count what is left', () => {
    render(<NotesField value={'a'.repeat(480)} onChange={vi.fn()} leaks={[]} outOfNetwork={false} />);
    expect(screen.getByText('20 characters left')).toBeVisible();
  });
});
