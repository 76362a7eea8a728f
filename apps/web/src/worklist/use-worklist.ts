import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Filters } from './filters';
import { countsQuery, worklistQuery } from './worklist-queries';

export const useWorklist = (filters: Filters) => useInfiniteQuery(worklistQuery(filters));
export const useCounts = () => useQuery(countsQuery);
