import { createContext, useContext } from 'react';
import type { Me, Role } from '../api/types';
import { basketOf, type Basket } from '../basket/basket';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Inside the frame there always is somebody. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

export function useRole(role: Role): boolean {
  return useMe().roles.includes(role);
}

export function useBasket(): Basket {
  return basketOf(useMe().member);
}

/** Where somebody's work begins. */
export function homeOf(me: Me) {
  if (me.roles.includes('CASEWORKER')) return { to: '/programs' } as const;
  if (me.roles.includes('RECEIVER')) return { to: '/referrals/$box', params: { box: 'inbound' } } as const;
  return me.roles.includes('ADMINISTRATOR') ? ({ to: '/admin/listings' } as const) : ({ to: '/programs' } as const);
}
