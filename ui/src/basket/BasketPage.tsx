import { Link } from '@tanstack/react-router';
import { useBasket } from '../app/me';
import { focusNearest } from '../parts/focus';
import { Empty } from '../parts/States';
import { Page } from '../parts/Page';
import { toast } from '../parts/Toasts';
import { count } from '../parts/words';
import { useBasketItems } from './basket';
import { BasketList } from './BasketList';

export function BasketPage() {
  const basket = useBasket();
  const items = useBasketItems(basket);
  return (
    <Page
      title="Resource basket"
      width="reading"
      lead={
        items.length > 1
          ? 'The client is asked about each program a day after the one before it, in this order.'
          : undefined
      }
    >
      {items.length === 0 ? (
        <Empty icon="basket" title="The basket is empty">
          <p>Add programs to it, and refer a client to all of them at once.</p>
          <Link to="/programs" className="usa-button">
            Find programs
          </Link>
        </Empty>
      ) : (
        <div className="wh-card">
          <BasketList basket={basket} items={items} />
          <div className="wh-buttons">
            <Link to="/refer" className="usa-button">
              Refer a client to {count(items.length, 'program')}
            </Link>
            <Link to="/programs" className="usa-button usa-button--outline">
              Add more
            </Link>
            <button
              type="button"
              className="usa-button usa-button--unstyled wh-buttons__end"
              onClick={() => {
                basket.clear();
                toast('The basket is empty.', { action: { label: 'Undo', run: () => basket.fill(items) } });
                focusNearest();
              }}
            >
              Empty the basket
            </button>
          </div>
        </div>
      )}
    </Page>
  );
}
