import { useState } from 'react';

/** What is being typed; begun anew whenever what it began from changes (somebody went back, or pressed a suggestion). */
export function useFollowed<T>(source: T): [T, (value: T) => void] {
  const [state, setState] = useState({ source, value: source });
  if (state.source !== source) setState({ source, value: source });
  return [state.source === source ? state.value : source, (value) => setState({ source, value })];
}
