/**
 * Says something to screen readers, politely. Behind an open dialog nothing is heard, so each dialog has a voice of its own and
 * the topmost one speaks.
 */
export function announce(text: string): void {
  const voices = [...document.querySelectorAll<HTMLElement>('[data-voice]')];
  const open = voices.filter((voice) => voice.closest('dialog')?.open ?? true);
  const voice = open.at(-1);
  if (!voice) return;
  // The same words twice are two announcements.
  voice.textContent = '';
  setTimeout(() => {
    voice.textContent = text;
  }, 50);
}

export function Voice() {
  return <div className="usa-sr-only" role="status" aria-live="polite" data-voice="" />;
}
