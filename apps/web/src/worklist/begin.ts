import { queryClient } from '../client';
import { sessionQuery } from '../client/session';
import { filtersOf } from './filters';
import { countsQuery, worklistQuery } from './worklist-queries';

/** The list is asked for while the page that shows it is still on its way; the page finds it there. Nobody waits for this. */
async function ask(address: URLSearchParams): Promise<void> {
  if (!(await queryClient.fetchQuery(sessionQuery))?.agency) return;
  await Promise.all([
    queryClient.prefetchInfiniteQuery(worklistQuery(filtersOf(address))),
    queryClient.prefetchQuery(countsQuery),
  ]);
}

export function begin({ request }: { request: Request }): null {
  void ask(new URL(request.url).searchParams).catch(() => undefined);
  return null;
}
