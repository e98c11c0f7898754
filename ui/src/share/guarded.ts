import type { Listing } from '../api/types';

/** A program about which nobody is asked unless the caseworker wants it: safety, Part 2, victim services. */
export function isGuarded(listing: Listing | undefined): boolean {
  return listing !== undefined && (listing.safety || listing.part2 || listing.victimServices);
}
