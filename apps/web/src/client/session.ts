import type { Role } from '@due-process/contracts';
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { read, remove, write } from './ask';
import { setSignedIn } from './lock';

export interface Account {
  id: string;
  username: string;
  displayName: string;
  roles: Role[];
  units: string[];
  /** Region code; empty for accounts outside every agency. */
  agency: string;
  agencyName: string;
  /** Of an account outside every agency; `region` is null where it may apply anywhere. */
  organisation?: { id: string; name: string; region: string | null; creditCode: string | null };
}
export interface DemoAccount {
  username: string;
  displayName: string;
  group: string;
}

async function whoAmI(): Promise<Account | null> {
  const { account } = await read<{ account: Account | null }>('/api/session/who');
  setSignedIn(account !== null);
  return account;
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: whoAmI, staleTime: Infinity });

/** Who is signed in; null: nobody. */
export const useSession = () => useQuery(sessionQuery);

/** For screens behind the sign-in. @throws Error elsewhere */
export function useAccount(): Account {
  const { data } = useSession();
  if (!data) throw new Error('this screen needs a signed-in account');
  return data;
}

export const useDemoAccounts = () =>
  useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => read<{ accounts: DemoAccount[] }>('/api/session/demo'),
    staleTime: Infinity,
    retry: false,
  });

export const signIn = (username: string, password: string) =>
  write<{ account: Account }>('/api/session', { username, password });
export const signInAsDemo = (username: string) => write<{ account: Account }>('/api/session/demo', { username });

/** Another person sees nothing of what the one before was shown. */
function change(cache: QueryClient, account: Account | null): void {
  setSignedIn(account !== null);
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  cache.setQueryData(sessionQuery.queryKey, account);
}

export function useEnter(): (account: Account) => void {
  const cache = useQueryClient();
  return useCallback((account) => change(cache, account), [cache]);
}

export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(async () => {
    await remove('/api/session').catch(() => undefined);
    change(cache, null);
  }, [cache]);
}
