import { describe, expect, it } from 'vitest';
import { languageName, phoneWords, placeOf } from './words';

describe('words', () => {
  it('write a number as people here do', () => {
    expect(phoneWords('+19374010653')).toBe('(937) 401-0653');
    expect(phoneWords('+442079460958')).toBe('+442079460958');
  });

  it('name a language, or keep its code', () => {
    expect(languageName('es')).toBe('Spanish');
    expect(languageName('not a code')).toBe('not a code');
  });

  it('do not say where a hidden place is', () => {
    expect(placeOf({ address: null, addressHidden: true, zip: '98144' })).toBe('Address not shown, for safety');
    expect(placeOf({ address: '1 Main St', addressHidden: false, zip: null })).toBe('1 Main St');
    expect(placeOf({ address: null, addressHidden: false, zip: null })).toBeNull();
  });
});
