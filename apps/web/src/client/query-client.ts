import { QueryClient } from '@tanstack/react-query';

/** Repeating is the client's own business (`ask`): it knows what may be repeated and tells the person meanwhile. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
