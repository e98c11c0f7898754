import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { asLines, filled, Lines } from './Lines';

function Phones({ at }: { at: string }) {
  const [values, setValues] = useState<readonly string[]>(['', '123', '206-555-0142']);
  return (
    <Lines
      label="Phone number"
      type="tel"
      add="Add a phone number"
      values={values}
      onChange={setValues}
      pointer="/phones"
      errors={[{ pointer: at, detail: 'A telephone number with its area code.' }]}
    />
  );
}

describe('several numbers', () => {
  it('have what the API says beside the one it means, though empty ones are not sent', () => {
    render(<Phones at="/phones/0/number" />);
    expect(screen.getByRole('textbox', { name: 'Phone number 2' })).toBeInvalid();
    expect(screen.getByRole('textbox', { name: 'Phone number 1' })).toBeValid();
    expect(screen.getByRole('textbox', { name: 'Phone number 3' })).toBeValid();
  });

  it('are added and removed without losing the others', async () => {
    render(<Phones at="/none" />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove phone number 1' }));
    expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual([
      '123',
      '206-555-0142',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Add a phone number' }));
    expect(screen.getAllByRole('textbox')).toHaveLength(3);
  });

  it('are never without a field to type into', () => {
    expect(asLines(undefined)).toEqual(['']);
    expect(asLines([])).toEqual(['']);
    expect(filled([' a ', '', ' '])).toEqual(['a']);
  });
});
