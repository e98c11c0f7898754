import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FormDialog } from './FormDialog';
import { Lines } from './Lines';

function Phones() {
  const [phones, setPhones] = useState<readonly string[]>(['206-555-0142', '206-555-0143']);
  return (
    <Lines
      label="Phone"
      type="tel"
      add="Add a phone"
      values={phones}
      onChange={setPhones}
      pointer="/phones"
      errors={[]}
    />
  );
}

async function opened(onClose: () => void) {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (
      <FormDialog title="A form" onClose={onClose}>
        {(cancel) => (
          <>
            <input aria-label="Name" />
            <Phones />
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </>
        )}
      </FormDialog>
    ),
  });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '/elsewhere', component: () => <p>Elsewhere</p> });
  const router = createRouter({
    routeTree: root.addChildren([page, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(<RouterProvider router={router as never} />);
  await screen.findByRole('textbox', { name: 'Name' });
  return router;
}

const question = () => screen.queryByRole('heading', { name: 'Leave without saving?' });

describe('a window with a form', () => {
  it('closes at once while nothing was typed', async () => {
    const onClose = vi.fn();
    await opened(onClose);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(question()).not.toBeInTheDocument();
    expect(onClose).toHaveBeenCalled();
  });

  it('asks before what was typed is lost, and keeps it', async () => {
    const onClose = vi.fn();
    await opened(onClose);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Rosa');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(question()).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Keep editing' }));
    expect(question()).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Rosa');

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('asks where nothing was typed, but a line was taken out', async () => {
    const onClose = vi.fn();
    await opened(onClose);
    await userEvent.click(screen.getByRole('button', { name: 'Remove phone 2' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(question()).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('asks before the page under it goes elsewhere', async () => {
    const router = await opened(vi.fn());
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Rosa');
    void router.navigate({ to: '/elsewhere' as never });
    expect(await screen.findByRole('heading', { name: 'Leave without saving?' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/');

    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(await screen.findByText('Elsewhere')).toBeVisible();
  });
});
