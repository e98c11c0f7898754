import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Combobox } from './Combobox';

function Clients({ onChoose }: { onChoose: (id: string) => void }) {
  const [text, setText] = useState('');
  const all = [
    { key: '1', text: 'Maria Delgado', value: 'maria' },
    { key: '2', text: 'James Okafor', value: 'james' },
  ];
  return (
    <>
      <label htmlFor="client">Client</label>
      <Combobox
        id="client"
        label="Clients"
        value={text}
        onText={setText}
        onChoose={onChoose}
        options={all.filter((option) => option.text.toLowerCase().includes(text.toLowerCase()))}
        nothing="No client found"
      />
    </>
  );
}

describe('a combobox', () => {
  it('is worked by keyboard alone', async () => {
    const onChoose = vi.fn();
    render(<Clients onChoose={onChoose} />);
    await userEvent.tab();
    const field = screen.getByRole('combobox', { name: 'Client' });
    expect(field).toHaveAttribute('aria-expanded', 'true');

    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { name: 'James Okafor' }).id);
    await userEvent.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith('james');
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('closes on Escape and keeps what was typed', async () => {
    render(<Clients onChoose={vi.fn()} />);
    const field = screen.getByRole('combobox');
    await userEvent.type(field, 'mar{Escape}');
    expect(field).toHaveValue('mar');
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('says so when nothing fits', async () => {
    render(<Clients onChoose={vi.fn()} />);
    await userEvent.type(screen.getByRole('combobox'), 'zzz');
    expect(screen.getByText('No client found')).toBeVisible();
  });

  it('chooses by pointer', async () => {
    const onChoose = vi.fn();
    render(<Clients onChoose={onChoose} />);
    await userEvent.click(screen.getByRole('combobox'));
    await userEvent.click(screen.getByRole('option', { name: 'Maria Delgado' }));
    expect(onChoose).toHaveBeenCalledWith('maria');
  });
});
