import { useInfiniteQuery } from '@tanstack/react-query';
import { api, told } from '../api/client';
import type { Member, Organization, UpdateRequest } from '../api/types';

type Paged<K extends string, T> = Record<K, T[]> & { cursor: string | null };

/** A list read page by page; the next is asked for when somebody wants it. */
function usePaged<K extends string, T>(
  key: K,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<K, T>>,
) {
  const query = useInfiniteQuery({
    queryKey: ['admin', key],
    queryFn: ({ pageParam, signal }) => read(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  });
  return { ...query, rows: query.data?.pages.flatMap((page) => page[key]) };
}

const page = (cursor: string | undefined) => ({ query: { limit: 100, ...(cursor ? { cursor } : {}) } });

export const useUpdateRequests = () =>
  usePaged<'updateRequests', UpdateRequest>('updateRequests', (cursor, signal) =>
    told(api.GET('/api/update-requests', { params: page(cursor), signal })),
  );

export const useMembers = () =>
  usePaged<'members', Member>('members', (cursor, signal) =>
    told(api.GET('/api/members', { params: page(cursor), signal })),
  );

export const useOrganizations = () =>
  usePaged<'organizations', Organization>('organizations', (cursor, signal) =>
    told(api.GET('/api/organizations', { params: page(cursor), signal })),
  );
