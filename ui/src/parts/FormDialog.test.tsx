import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FormDialog } from './FormDialog';

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
