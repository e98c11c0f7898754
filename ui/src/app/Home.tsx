import { Navigate } from '@tanstack/react-router';
import { homeOf, useMe } from './me';

/** The start is where one's work is. */
export function Home() {
  return <Navigate {...homeOf(useMe())} replace />;
}
