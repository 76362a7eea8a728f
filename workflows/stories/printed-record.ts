import type { CaseFile } from '../kernel/case-file';

/**
 * The answer of a query is a printed record (YT-3.1, YT-3.2, QD-2.2, QD-2.3): what the register of `printsFrom` said when the application was accepted. Where the guide
 * names another paper for those who ask online (YT-3.2 四.2), `printsOnline` is issued in the channels of `onlineChannels`.
 */
export function printRecord(file: CaseFile): void {
  const { prints, printsFrom, printsOnline, onlineChannels } = file.params;
  if (typeof prints !== 'string') return;
  const online = Array.isArray(onlineChannels) && onlineChannels.includes(file.state.channel);
  const type = online && typeof printsOnline === 'string' ? printsOnline : prints;
  const source = typeof printsFrom === 'string' ? file.state.facts[printsFrom] : undefined;
  file.document(type, { ...source?.data, status: source?.value ?? '', askedAt: source?.at ?? '' }, 'printRecord');
}
