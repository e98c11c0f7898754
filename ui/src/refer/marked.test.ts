import { describe, expect, it } from 'vitest';
import { marked } from './marked';

const text = 'Call Ana at 206-555-0142.';

describe('what leaks in notes', () => {
  it('is told apart where it stands', () => {
    expect(
      marked(text, [
        { start: 12, end: 24 },
        { start: 5, end: 8 },
      ]),
    ).toEqual([
      { text: 'Call ', leaks: false },
      { text: 'Ana', leaks: true },
      { text: ' at ', leaks: false },
      { text: '206-555-0142', leaks: true },
      { text: '.', leaks: false },
    ]);
  });

  it('is marked once where places overlap', () => {
    const pieces = marked(text, [
      { start: 5, end: 15 },
      { start: 12, end: 24 },
      { start: 13, end: 14 },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.leaks).map((piece) => piece.text)).toEqual(['Ana at 206', '-555-0142']);
  });

  it('may be of a text that was longer', () => {
    expect(
      marked('Call', [
        { start: 2, end: 24 },
        { start: 12, end: 24 },
      ]),
    ).toEqual([
      { text: 'Ca', leaks: false },
      { text: 'll', leaks: true },
    ]);
  });
});
