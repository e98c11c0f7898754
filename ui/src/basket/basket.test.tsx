import { beforeEach, describe, expect, it } from 'vitest';
import { Basket, BASKET_HOLDS } from './basket';

const listing = (id: string) => ({
  id,
  program: `Program ${id}`,
  organization: { id: 'o', name: 'Organization' },
  network: 'IN' as const,
});
const ids = (basket: Basket) => basket.list().map((item) => item.id);

describe('the basket', () => {
  beforeEach(() => localStorage.clear());

  it('is kept through a reload, in its order', () => {
    const basket = new Basket('b');
    ['one', 'two', 'three'].forEach((id) => basket.add(listing(id)));
    basket.move('three', -1);
    basket.remove('one');
    expect(ids(new Basket('b'))).toEqual(['three', 'two']);
  });

  it('is one member’s own', () => {
    new Basket('b.dana').add(listing('one'));
    expect(ids(new Basket('b.ray'))).toEqual([]);
  });

  it('holds a program once, and twenty of them', () => {
    const basket = new Basket('b');
    for (let n = 0; n < BASKET_HOLDS; n++) expect(basket.add(listing(`${n}`))).toBe(true);
    expect(basket.add(listing('3'))).toBe(true);
    expect(basket.add(listing('one too many'))).toBe(false);
    expect(ids(basket)).toHaveLength(BASKET_HOLDS);
  });

  it('does not move beyond its ends', () => {
    const basket = new Basket('b');
    ['one', 'two'].forEach((id) => basket.add(listing(id)));
    basket.move('one', -1);
    basket.move('two', 1);
    expect(ids(basket)).toEqual(['one', 'two']);
  });

  it('begins empty when what was kept cannot be read', () => {
    localStorage.setItem('b', '{"not": "a basket"');
    expect(ids(new Basket('b'))).toEqual([]);
    localStorage.setItem('b', '[{"id": 7}]');
    expect(ids(new Basket('b'))).toEqual([]);
  });

  it('follows another tab', () => {
    const here = new Basket('b');
    new Basket('b').add(listing('one'));
    dispatchEvent(new StorageEvent('storage', { key: 'b' }));
    expect(ids(here)).toEqual(['one']);
  });

  it('keeps nothing but what draws a program', () => {
    new Basket('b').add({ ...listing('one'), clientId: 'client-0001' } as ReturnType<typeof listing>);
    expect(localStorage.getItem('b')).not.toContain('client');
  });
});
