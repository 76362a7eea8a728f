/** Runs parts that do not depend on one another: every one comes to its end, then the first failure, if any, is thrown. */
export async function allOf<Parts extends Record<string, Promise<unknown>>>(
  parts: Parts,
): Promise<{ [Name in keyof Parts]: Awaited<Parts[Name]> }> {
  const names = Object.keys(parts);
  const settled = await Promise.allSettled(Object.values(parts));
  const failed = settled.find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
  const results = settled.map((part, at) => [names[at], part.status === 'fulfilled' ? part.value : undefined]);
  return Object.fromEntries(results) as { [Name in keyof Parts]: Awaited<Parts[Name]> };
}
