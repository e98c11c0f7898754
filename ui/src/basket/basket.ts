import { useSyncExternalStore } from 'react';
import type { Listing, Network } from '../api/types';

/** What is kept of a program: enough to draw the basket before the API has answered. Nothing of a client is ever kept. */
export type BasketItem = { id: string; program: string; organization: string; network: Network };

/** The basket holds as many programs as one request may refer to. */
export const BASKET_HOLDS = 20;

const NOTHING: readonly BasketItem[] = [];

/** The resource basket of one member in this browser: kept through a reload, and the same in every tab. */
export class Basket {
  private items: readonly BasketItem[];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly storage: Storage = localStorage,
  ) {
    this.items = this.read();
    addEventListener('storage', (event) => {
      if (event.key === this.key || event.key === null) this.show(this.read());
    });
  }

  list = (): readonly BasketItem[] => this.items;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  has(id: string): boolean {
    return this.items.some((item) => item.id === id);
  }

  add(listing: Pick<Listing, 'id' | 'program' | 'organization' | 'network'>): boolean {
    if (this.has(listing.id)) return true;
    if (this.items.length >= BASKET_HOLDS) return false;
    const { id, program, organization, network } = listing;
    this.keep([...this.items, { id, program, organization: organization.name, network }]);
    return true;
  }

  remove(id: string): void {
    this.keep(this.items.filter((item) => item.id !== id));
  }

  /** One place up (-1) or down (1). */
  move(id: string, by: -1 | 1): void {
    const at = this.items.findIndex((item) => item.id === id);
    const moved = this.items[at];
    if (!moved || !this.items[at + by]) return;
    const rest = this.items.filter((item) => item.id !== id);
    this.keep([...rest.slice(0, at + by), moved, ...rest.slice(at + by)]);
  }

  clear(): void {
    this.keep(NOTHING);
  }

  /** As it was before it was emptied. */
  fill(items: readonly BasketItem[]): void {
    this.keep(items.slice(0, BASKET_HOLDS));
  }

  private keep(items: readonly BasketItem[]): void {
    try {
      this.storage.setItem(this.key, JSON.stringify(items));
    } catch {
      // A full or forbidden storage costs the reload, not the basket.
    }
    this.show(items);
  }

  private show(items: readonly BasketItem[]): void {
    this.items = items;
    this.listeners.forEach((listener) => listener());
  }

  private read(): readonly BasketItem[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isItem).slice(0, BASKET_HOLDS) : NOTHING;
    } catch {
      return NOTHING;
    }
  }
}

function isItem(kept: unknown): kept is BasketItem {
  const item = kept as Partial<BasketItem> | null;
  return typeof item?.id === 'string' && typeof item.program === 'string' && typeof item.organization === 'string';
}

const baskets = new Map<string, Basket>();

export function basketOf(member: string): Basket {
  const found = baskets.get(member) ?? new Basket(`warm-handoff.basket.${member}`);
  baskets.set(member, found);
  return found;
}

export function useBasketItems(basket: Basket): readonly BasketItem[] {
  return useSyncExternalStore(basket.subscribe, basket.list);
}
