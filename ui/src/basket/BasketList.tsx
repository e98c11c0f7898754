import { useEffect, useRef } from 'react';
import { announce } from '../parts/Announcer';
import { focusNearest } from '../parts/focus';
import { Icon } from '../parts/icons';
import { NetworkMark } from '../parts/Marks';
import type { Basket, BasketItem } from './basket';

/** The programs in their order, each with the ways to move and remove it. Focus follows what was moved. */
export function BasketList({
  basket,
  items,
  errors = {},
}: {
  basket: Basket;
  items: readonly BasketItem[];
  /** What the API says of a program, by its id. */
  errors?: Record<string, string | undefined>;
}) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: string; by: -1 | 1 } | undefined>(undefined);

  useEffect(() => {
    if (!moved.current) return;
    const { id, by } = moved.current;
    moved.current = undefined;
    const row = list.current?.querySelector(`[data-item="${CSS.escape(id)}"]`);
    const same = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]`);
    (same?.disabled ? row?.querySelector<HTMLButtonElement>(`[data-by="${-by}"]`) : same)?.focus();
  }, [items]);

  const move = (item: BasketItem, at: number, by: -1 | 1) => {
    moved.current = { id: item.id, by };
    basket.move(item.id, by);
    announce(`${item.program} is now number ${at + by + 1} of ${items.length}.`);
  };

  return (
    <ol className="wh-basket" ref={list}>
      {items.map((item, at) => (
        <li key={item.id} data-item={item.id} className="wh-basket__item" data-pointer={`/listingIds/${at}`}>
          <span className="wh-basket__number" aria-hidden="true">
            {at + 1}
          </span>
          <div className="wh-basket__what">
            <strong>{item.program}</strong>
            <span className="wh-basket__organization">
              {item.organization} <NetworkMark network={item.network} />
            </span>
            {errors[item.id] && <span className="usa-error-message">{errors[item.id]}</span>}
          </div>
          <div className="wh-basket__buttons">
            {items.length > 1 && (
              <>
                <button
                  type="button"
                  className="wh-icon-button"
                  data-by={-1}
                  disabled={at === 0}
                  aria-label={`Move ${item.program} up`}
                  title="Move up"
                  onClick={() => move(item, at, -1)}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  className="wh-icon-button"
                  data-by={1}
                  disabled={at === items.length - 1}
                  aria-label={`Move ${item.program} down`}
                  title="Move down"
                  onClick={() => move(item, at, 1)}
                >
                  <Icon name="down" />
                </button>
              </>
            )}
            <button
              type="button"
              className="wh-icon-button"
              data-remove=""
              aria-label={`Remove ${item.program}`}
              title="Remove"
              onClick={() => {
                basket.remove(item.id);
                announce(`${item.program} removed.`);
                focusNearest(() => {
                  const left = list.current?.querySelectorAll('[data-remove]');
                  return left?.item(Math.min(at, left.length - 1));
                });
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}
