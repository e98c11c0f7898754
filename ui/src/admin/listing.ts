import type { Listing, ListingToSave } from '../api/types';

/** A listing as it is sent back: the organization by its id, and without what the system works out. */
export function toSave(listing: Listing): ListingToSave {
  const { id: _id, organization, referable: _referable, notReferableBecause: _because, ...rest } = listing;
  return { ...rest, organizationId: organization.id };
}
