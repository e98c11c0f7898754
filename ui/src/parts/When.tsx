import { useSyncExternalStore } from 'react';
import { ago, day, exactly, moment } from './time';

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The minute, for everything on the page that says "ago". */
function useMinute(): Date {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = new Date();
        listeners.forEach((each) => each());
      }, 30_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    () => now,
  );
}

/** A moment in words, with the whole of it on hover and in the document. */
export function When({ at, as = 'moment' }: { at: string; as?: 'moment' | 'ago' | 'day' | 'exactly' }) {
  const minute = useMinute();
  const words = { moment, ago, day, exactly: (iso: string) => exactly(iso) }[as](at, minute);
  return (
    <time dateTime={at} title={exactly(at)}>
      {words}
    </time>
  );
}
