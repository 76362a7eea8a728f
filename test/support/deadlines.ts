import { askApi } from './http';
import type { Derivation } from './views';

/** Today on the Shanghai clock. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What the public endpoint says of a period (docs/http.md): counted beside the case, by nothing but its dates. */
export async function preview(
  start: string,
  quantity: number,
  given: { region?: string; unit?: string; pauses?: { from: string; to?: string }[] } = {},
): Promise<Derivation> {
  const body = { region: '370600', unit: 'workingDay', pauses: [], start, quantity, ...given };
  const answer = await askApi<Derivation>('POST', '/api/deadlines/preview', { body });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
