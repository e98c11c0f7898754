import { useEffect } from 'react';

const QUICK_MS = 2_000;
export const CALM_MS = 30_000;
const QUIET_AFTER_MS = 5 * 60_000;

let lastStir = Date.now();

/** Something happened: a list changed, or somebody is at the keyboard. */
export function stir(): void {
  lastStir = Date.now();
}

/** Two seconds apart while there is life, thirty after five quiet minutes. A hidden tab does not ask at all. */
export function pace(now = Date.now()): number {
  return now - lastStir < QUIET_AFTER_MS ? QUICK_MS : CALM_MS;
}

/** The options of a query that follows the truth without a reload. */
export function useFollowing() {
  useEffect(() => {
    const events = ['pointerdown', 'keydown', 'visibilitychange', 'focus'] as const;
    events.forEach((event) => addEventListener(event, stir, { passive: true, capture: true }));
    return () => events.forEach((event) => removeEventListener(event, stir, { capture: true }));
  }, []);
  return {
    // A failure stays in sight long enough to be read: asked again every two seconds it would come and go.
    refetchInterval: ({ state }: { state: { data: unknown; error: unknown } }) =>
      state.data === undefined && state.error ? CALM_MS : pace(),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always' as const,
    staleTime: 0,
  };
}
