import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { newQueryClient } from './api/queries';
import { Gate } from './app/Gate';
import { router } from './app/router';
import { session } from './signin/session';
import './styles/fonts.css';
import './styles/index.scss';

const queries = newQueryClient();

async function start(root: Root): Promise<void> {
  await session.open();
  if (session.isCallback()) {
    const returnTo = await session.finish();
    if (returnTo === undefined) return;
    history.replaceState(null, '', returnTo);
  }
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Gate>
          <RouterProvider router={router} />
        </Gate>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function notStarted(root: Root, error: unknown): void {
  console.error(error);
  root.render(
    <main className="wh-door">
      <div className="wh-door__card" role="alert">
        <h1>The sign-in cannot be reached</h1>
        <p>
          Warm Handoff could not find out where to sign in, or the sign-in did not work. Check the connection and try
          again.
        </p>
        <a className="usa-button" href="/">
          Try again
        </a>
      </div>
    </main>,
  );
}

const root = createRoot(document.getElementById('app')!);
start(root).catch((error: unknown) => notStarted(root, error));
