import { Link } from '@tanstack/react-router';
import type { Listing } from '../api/types';
import { useBasket, useMe, useRole } from '../app/me';
import { BASKET_HOLDS, useBasketItems } from '../basket/basket';
import { Icon, type IconName } from '../parts/icons';
import { NetworkMark, NETWORK_NAMES } from '../parts/Marks';
import { toast } from '../parts/Toasts';
import { languageName, NOT_REFERABLE, phoneWords, placeOf } from '../parts/words';

/** `client`: for whom is being looked, where that is known. */
type Props = { listing: Listing; client?: string | undefined };

/** What a caseworker needs to choose, and the two things to do with it. */
export function ProgramCard({ listing, client }: Props) {
  const me = useMe();
  const caseworker = useRole('CASEWORKER');
  const needs = listing.needs.map((code) => me.needs.find((need) => need.code === code)?.label ?? code);
  return (
    <article
      className={`wh-card wh-program ${listing.referable ? '' : 'wh-program--closed'}`}
      aria-labelledby={`program-${listing.id}`}
    >
      <div className="wh-program__head">
        <h2 id={`program-${listing.id}`}>
          <Link to="/programs/$id" params={{ id: listing.id }}>
            {listing.program}
          </Link>
        </h2>
        <NetworkWay listing={listing} client={client} />
      </div>
      <p className="wh-program__organization">{[listing.organization.name, ...needs].join(' · ')}</p>
      {listing.description && <p className="wh-program__description">{listing.description}</p>}
      <ul className="wh-facts">
        <Fact icon="place" name="Where" text={placeOf(listing)} />
        <Fact icon="clock" name="Hours" text={listing.hours} />
        <Fact icon="phone" name="Phone" text={listing.phones.map(phoneWords).join(', ')} />
        <Fact icon="speech" name="Languages" text={listing.languages.map((code) => languageName(code)).join(', ')} />
        <Fact icon="person" name="Who can come" text={listing.eligibility} />
        <Fact icon="papers" name="What to bring" text={listing.documents && bringing(listing.documents)} />
      </ul>
      {listing.notReferableBecause && (
        <p className="wh-program__closed">
          <Icon name="warning" />
          <span>
            <strong>{NOT_REFERABLE[listing.notReferableBecause].why}</strong>{' '}
            {NOT_REFERABLE[listing.notReferableBecause].instead}
          </span>
        </p>
      )}
      {caseworker && listing.referable && <ReferButtons listing={listing} client={client} />}
    </article>
  );
}

function Fact({ icon, name, text }: { icon: IconName; name: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <li>
      <Icon name={icon} />
      <span>
        <span className="usa-sr-only">{name}: </span>
        {text}
      </span>
    </li>
  );
}

/** "Bring ID, proof of address", but never "bring iD", nor "bring none". */
function bringing(documents: string): string {
  if (/^(none|nothing)\b/i.test(documents))
    return `To bring: ${documents.charAt(0).toLowerCase()}${documents.slice(1)}`;
  return `Bring ${/^[A-Z][a-z]/.test(documents) ? documents.charAt(0).toLowerCase() + documents.slice(1) : documents}`;
}

/** The seeds' icon. It leads to Create Referral, as they say. */
export function NetworkWay({ listing, client }: Props) {
  const caseworker = useRole('CASEWORKER');
  if (!caseworker || !listing.referable) return <NetworkMark network={listing.network} />;
  const { name, tip } = NETWORK_NAMES[listing.network];
  return (
    <Link
      to="/refer"
      search={{ listing: listing.id, ...(client ? { client } : {}) }}
      className="wh-network wh-network--way"
      title={tip}
      aria-label={`${name}: refer to ${listing.program}${listing.network === 'OUT' ? ' by email' : ''}`}
    >
      <Icon name={listing.network === 'IN' ? 'twoArrows' : 'envelope'} />
      {name}
    </Link>
  );
}

export function ReferButtons({ listing, client }: Props) {
  const basket = useBasket();
  const items = useBasketItems(basket);
  const inside = items.some((item) => item.id === listing.id);
  return (
    <div className="wh-buttons">
      <Link
        to="/refer"
        search={{ listing: listing.id, ...(client ? { client } : {}) }}
        className="usa-button"
        aria-label={`Refer to ${listing.program}`}
      >
        Refer
      </Link>
      <button
        type="button"
        className="usa-button usa-button--outline wh-basket-button"
        aria-pressed={inside}
        aria-label={`${inside ? 'In the basket' : 'Add to basket'}: ${listing.program}`}
        onClick={() => {
          if (inside) {
            basket.remove(listing.id);
          } else if (!basket.add(listing)) {
            toast(`The basket holds ${BASKET_HOLDS} programs. Send or remove some first.`, { tone: 'trouble' });
          }
        }}
      >
        <Icon name={inside ? 'check' : 'add'} />
        {inside ? 'In the basket' : 'Add to basket'}
      </button>
    </div>
  );
}
