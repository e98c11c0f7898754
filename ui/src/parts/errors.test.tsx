import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { errorAt, ErrorSummary } from './errors';
import { Field } from './Field';

const refused = new Problem(422, {
  errors: [
    { pointer: '/name/given', detail: 'Give a name.' },
    { pointer: '/phones/1/number', detail: 'This is no phone number.' },
  ],
});

describe('the errors of a form', () => {
  it('belong to the field, and to what contains it', () => {
    expect(errorAt(refused.errors, '/name/given')).toBe('Give a name.');
    expect(errorAt(refused.errors, '/phones/1')).toBe('This is no phone number.');
    expect(errorAt(refused.errors, '/phones/10')).toBeUndefined();
    expect(errorAt(refused.errors, '/name/family')).toBeUndefined();
  });

  it('stand on top by the names of their fields, take the focus, and lead there', async () => {
    render(
      <>
        <ErrorSummary error={refused} />
        <Field label="Given name" pointer="/name/given" error={errorAt(refused.errors, '/name/given')} required>
          {(wired) => <input {...wired} />}
        </Field>
        <Field label="Phone number 2" pointer="/phones/1" error={errorAt(refused.errors, '/phones/1')}>
          {(wired) => <input {...wired} />}
        </Field>
      </>,
    );
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Given name: Give a name.' })).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Phone number 2: This is no phone number.' }));
    const phone = screen.getByRole('textbox', { name: /Phone number 2/ });
    expect(phone).toHaveFocus();
    expect(phone).toHaveAccessibleDescription('This is no phone number.');
    expect(phone).toBeInvalid();
  });
});
