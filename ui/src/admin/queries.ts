import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, told } from '../api/client';
import { CALM_MS } from '../referrals/following';
import type { Listing, Member, Organization, UpdateRequest } from '../api/types';

type Paged<K extends string, T> = Record<K, T[]> & { cursor: string | null };

/** A network is some hundreds of programs and members. Beyond this somebody is asked whether they want more. */
const READS_BY_ITSELF = 10;

/** A list read to its end, a hundred at a time, so that a search or a filter here looks through all of it. */
function useWhole<K extends string, T>(
  key: readonly [string, ...unknown[]],
  name: K,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<K, T>>,
  again?: number,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
    ...(again ? { refetchInterval: again } : {}),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const pages = query.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && pages < READS_BY_ITSELF) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, pages, fetchNextPage]);
  return { ...query, rows: query.data?.pages.flatMap((page) => page[name]) };
}

const page = (cursor: string | undefined) => ({ limit: 100, ...(cursor ? { cursor } : {}) });

/** Changed by whatever changes a listing: the directory's own searches are under the same key. */
export const useAllListings = (q: string) =>
  useWhole<'listings', Listing>(['listings', 'all', q], 'listings', (cursor, signal) =>
    told(
      api.GET('/api/listings', {
        params: { query: { ...page(cursor), inNetworkFirst: false, sort: 'program', ...(q ? { q } : {}) } },
        signal,
      }),
    ),
  );

/** What receivers asked for, the newest first. Somebody may ask while this is looked at. */
export const useUpdateRequests = () =>
  useWhole<'updateRequests', UpdateRequest>(
    ['admin', 'updateRequests'],
    'updateRequests',
    (cursor, signal) => told(api.GET('/api/update-requests', { params: { query: page(cursor) }, signal })),
    CALM_MS,
  );

export const useMembers = () =>
  useWhole<'members', Member>(['admin', 'members'], 'members', (cursor, signal) =>
    told(api.GET('/api/members', { params: { query: page(cursor) }, signal })),
  );

export const useOrganizations = () =>
  useWhole<'organizations', Organization>(['admin', 'organizations'], 'organizations', (cursor, signal) =>
    told(api.GET('/api/organizations', { params: { query: page(cursor) }, signal })),
  );
