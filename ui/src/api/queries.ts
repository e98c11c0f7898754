import { keepPreviousData, QueryClient, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, told } from './client';
import { Problem } from './problem';
import type { ChannelKind, Need } from './types';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the API refused it refuses again; only a lost answer or a failure is worth another try.
        retry: (times, error) => times < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
        retryDelay: (times) => 400 * 2 ** times,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => told(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

export type ProgramSearch = {
  q?: string | undefined;
  need?: Need | undefined;
  zip?: string | undefined;
  inNetworkFirst?: boolean | undefined;
};

export function useListings(search: ProgramSearch) {
  return useInfiniteQuery({
    queryKey: ['listings', search],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.GET('/api/listings', {
          params: {
            query: {
              ...search,
              inNetworkFirst: search.inNetworkFirst ?? true,
              sort: 'program',
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
}

export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: ['listing', id],
    queryFn: ({ signal }) => told(api.GET('/api/listings/{id}', { params: { path: { id } }, signal })),
  });

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['client', id],
    queryFn: ({ signal }) => told(api.GET('/api/clients/{id}', { params: { path: { id } }, signal })),
  });

export function useClients(q: string, enabled = true) {
  return useQuery({
    queryKey: ['clients', q],
    queryFn: ({ signal }) =>
      told(api.GET('/api/clients', { params: { query: { ...(q ? { q } : {}), limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Page after page, as far as somebody wants to look. */
export function useAllClients(q: string) {
  return useInfiniteQuery({
    queryKey: ['clients', 'all', q],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.GET('/api/clients', {
          params: { query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
}

export const referralQuery = (id: string) =>
  queryOptions({
    queryKey: ['referral', id],
    queryFn: ({ signal }) => told(api.GET('/api/referrals/{id}', { params: { path: { id } }, signal })),
  });

/** What is known of an address. The API allows sixty of these an hour. */
export const channelQuery = (kind: ChannelKind, value: string) =>
  queryOptions({
    queryKey: ['channel', kind, value],
    queryFn: ({ signal }) =>
      told(api.POST('/api/channels/check', { body: kind === 'EMAIL' ? { email: value } : { phone: value }, signal })),
    staleTime: 60_000,
    retry: false,
  });
