import { z } from 'zod';
import { regionCode } from '../exchange/letter.schema';
import { read } from '../http/input';
import type { Route } from '../http/server';
import type { Keys } from '../keys';
import type { World } from '../world/world';

const longest = 500;
const request = z.strictObject({
  caseNo: z.string().min(1).max(40),
  region: regionCode,
  kind: z.string().min(1).max(60),
  variant: z.string().max(60).optional(),
  insuredYear: z.int().optional(),
  lines: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(128),
        name: z.string().min(1).max(60),
        idNumber: z.string().trim().min(5).max(30),
      }),
    )
    .min(1)
    .max(longest),
});
type Request = z.output<typeof request>;

/** Entries of many persons at once. Each line has a key of its own: the same key again gives the same answer, whatever else comes with it. */
export function recordLineRoutes(world: World, keys: Keys): Route[] {
  return [
    {
      method: 'POST',
      path: '/core/record-lines',
      handle: (call) => {
        const { lines, ...about } = read(request, call.raw);
        const results = lines.map(({ key, idNumber }) => {
          const known = world.effect('core', key);
          if (known) return { key, ...told(known.answer) };
          const answer = answerFor(world, about, keys.subject(idNumber));
          const effect = {
            system: 'core' as const,
            key,
            digest: '',
            request: about,
            answer,
            at: new Date().toISOString(),
          };
          world.record({ kind: 'effectDone', effect });
          return { key, ...told(answer) };
        });
        return { status: 200, body: { results } };
      },
    },
  ];
}

const told = ({ status, recordNo, reason }: Record<string, unknown>) => ({ status, recordNo, reason });

function answerFor(
  world: World,
  { region, kind, variant }: Omit<Request, 'lines'>,
  subject: string,
): Record<string, unknown> {
  const reason = refusal(world.enrolment(subject, region), kind, variant);
  const entry = { subject, region, recordKind: kind };
  if (reason !== undefined) return { ...entry, status: 'rejected', reason };
  const recordNo = `HX${region}${String(world.nextSerial('core')).padStart(8, '0')}`;
  return { ...entry, status: 'done', recordNo };
}

/** Who is insured elsewhere cannot be enrolled a second time; who is not insured cannot leave. */
function refusal(known: ReturnType<World['enrolment']>, kind: string, variant: string | undefined): string | undefined {
  const enrolled = known?.status === 'enrolled';
  if (kind === 'studentEnrolment' || kind === 'residentEnrolment') {
    if (!enrolled) return undefined;
    return known.kind === 'employee'
      ? '已参加职工基本医疗保险，不能参加居民基本医疗保险'
      : '本年度已参加居民基本医疗保险';
  }
  const enters = variant === 'increase' || variant === 'resumption';
  if (enters && enrolled && known.kind === 'employee') return '已在其他单位参保，请先由原单位办理减少';
  return !enters && known?.status === 'none' ? '未在本单位参保' : undefined;
}
