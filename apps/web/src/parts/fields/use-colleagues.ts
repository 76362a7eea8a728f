import type { Role } from '@due-process/contracts';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../client';

export interface Colleague {
  id: string;
  displayName: string;
  roles: Role[];
  units: { id: string; name: string }[];
}
interface Directory {
  colleagues: Colleague[];
  units: { id: string; name: string }[];
}

export const useColleagues = (narrowed: { unit?: string; role?: string } = {}) =>
  useQuery({
    queryKey: ['colleagues', narrowed],
    queryFn: ({ signal }) => read<Directory>('/api/colleagues', narrowed, signal),
    staleTime: 60_000,
  });
