import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { newQueryClient } from '../api/queries';
import { ClientPicker } from './ClientPicker';

const person = (id: string, given: string, family: string) => ({
  id,
  name: { given, family },
  birthDate: null,
  gender: 'UNDISCLOSED',
  household: { adults: 1, childrenAges: [] },
  address: null,
  zip: null,
  timeZone: null,
  language: 'en',
  needs: [],
  emails: [],
  phones: [],
  safeContact: { doNotContact: false, notes: '' },
});

const MARIA = person('client-maria', 'Maria', 'Delgado');
const MARISOL = person('client-marisol', 'Marisol', 'Okafor');

/** An API whose answers come when the test lets them come. */
function slowApi(answers: Record<string, readonly object[]>) {
  const waiting = new Map<string, () => void>();
  vi.stubGlobal('fetch', (request: Request) => {
    const q = new URL(request.url).searchParams.get('q') ?? '';
    const answer = () => Response.json({ clients: answers[q] ?? [], cursor: null });
    return new Promise<Response>((resolve) => waiting.set(q, () => resolve(answer())));
  });
  return {
    async answers(q: string) {
      await waitFor(() => expect([...waiting.keys()]).toContain(q), { timeout: 20_000 });
      waiting.get(q)!();
    },
  };
}

function picking(onChoose: (id: string | undefined) => void) {
  render(
    <QueryClientProvider client={newQueryClient()}>
      <ClientPicker clientId={undefined} onChoose={onChoose} error={undefined} />
    </QueryClientProvider>,
  );
  return screen.getByRole('combobox', { name: /^Client/ });
}

describe('choosing the client', () => {
  it('offers nobody who was found for an earlier word: typing fast would refer somebody else', async () => {
    const api = slowApi({ '': [MARIA, MARISOL], mari: [MARIA, MARISOL], marisol: [MARISOL] });
    const onChoose = vi.fn();
    const field = picking(onChoose);
    await userEvent.type(field, 'mari');
    await api.answers('mari');
    expect(await screen.findByRole('option', { name: 'Maria Delgado' }, { timeout: 20_000 })).toBeVisible();

    // From here on whatever is under the arrow would be Maria.
    await userEvent.type(field, 'sol');
    expect(screen.queryByRole('option', { name: 'Maria Delgado' })).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).not.toHaveBeenCalled();
    expect(field).toHaveValue('marisol');

    await api.answers('marisol');
    expect(await screen.findByRole('option', { name: 'Marisol Okafor' }, { timeout: 20_000 })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('client-marisol');
  });

  it('says that it searches before it says that there is nobody', async () => {
    const api = slowApi({ zzz: [] });
    const field = picking(vi.fn());
    await userEvent.type(field, 'zzz');
    expect(screen.getByText('Searching…')).toBeVisible();
    expect(screen.queryByText(/No client found/)).not.toBeInTheDocument();
    await api.answers('zzz');
    expect(await screen.findByText(/No client found/, undefined, { timeout: 20_000 })).toBeVisible();
  });
});
