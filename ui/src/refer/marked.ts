type Place = { start?: number | undefined; end?: number | undefined };
export type Piece = { text: string; leaks: boolean };

/** The text in pieces, those that leak told apart. Places are UTF-16 units, may overlap, and may be of an older text. */
export function marked(text: string, places: readonly Place[]): Piece[] {
  const sorted = places
    .map(({ start = 0, end = 0 }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    if (from > at) pieces.push({ text: text.slice(at, from), leaks: false });
    pieces.push({ text: text.slice(from, end), leaks: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), leaks: false });
  return pieces;
}
