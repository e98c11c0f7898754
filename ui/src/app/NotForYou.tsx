import { Link } from '@tanstack/react-router';
import type { Role } from '../api/types';
import { Icon } from '../parts/icons';
import { ROLES } from '../parts/words';
import { homeOf, useMe } from './me';

/** A page of another role, said in words: whom it is for, who is here, and where to go instead. */
export function NotForYou({ whose }: { whose: Role }) {
  const me = useMe();
  const mine = me.roles.map((one) => ROLES[one].label.toLowerCase());
  return (
    <div className="wh-state" role="alert">
      <Icon name="person" />
      <h2>This page is for {ROLES[whose].many}</h2>
      <p>
        You are signed in as {me.name}, {mine.length > 0 ? mine.join(' and ') : 'without a role'} at{' '}
        {me.organization.name}. A network administrator can change roles.
      </p>
      <Link {...homeOf(me)} className="usa-button usa-button--outline">
        Go to your start page
      </Link>
    </div>
  );
}
