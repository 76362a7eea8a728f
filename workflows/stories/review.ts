import type { CaseFile } from '../kernel/case-file';

/** 审核 by a person or by the system (QD-3.1 四（二）: 人工或者系统审核): which, is the catalogue's choice. */
export async function review(file: CaseFile): Promise<void> {
  const { review: mode = 'none', automaticChannels } = file.params;
  if (mode === 'none') return;
  const byChannel = Array.isArray(automaticChannels) && automaticChannels.includes(file.state.channel);
  if (mode === 'automatic' || byChannel) file.automatic('review', 'approve');
  else await file.task('review');
}
