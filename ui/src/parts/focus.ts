/** A list is drawn anew a moment after what was changed in it, and once more when it was read again. */
const LOOKS_MS = [0, 200, 1_000, 3_000];

let looks: ReturnType<typeof setTimeout>[] = [];

/**
 * Whatever had the focus is gone, or is about to go (a row that was archived, a program that was removed): these are tried in
 * turn, and at last the heading of what is shown. Does nothing while the focus is anywhere.
 * Who loses the focus later takes the place of who lost it before.
 */
export function focusNearest(...candidates: readonly (() => Element | null | undefined)[]): void {
  const look = () => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost) return;
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const heading = () => dialog?.querySelector('h2') ?? document.querySelector('main h1');
    for (const candidate of [...candidates, heading]) {
      const element = candidate();
      if (element instanceof HTMLElement && element.isConnected) {
        element.focus({ preventScroll: candidate === heading });
        if (document.activeElement === element) return;
      }
    }
  };
  stopLooking();
  looks = LOOKS_MS.map((after) => setTimeout(look, after));
}

/** What is looked at is going away itself. */
export function stopLooking(): void {
  looks.forEach(clearTimeout);
  looks = [];
}
