import { Inject, Injectable } from '@nestjs/common';
import type { ActCommand, Actor, CaseState } from '@due-process/contracts';
import { createCommandMac, type Keys } from '@due-process/secrets';
import { CaseEngine } from '../cases/case-engine';
import type { ReadCase } from '../cases/case-reader';
import { Directory } from '../cases/directory';
import { KEYS } from '../platform/keys/keys.module';
import type { RepairRow } from './repair.store';
import type { RepairInput } from './supervision.schemas';

/** The command of a repair to the case; none where no command is meant to reach it. */
export function repairCommand(
  state: CaseState,
  actor: Actor,
  { kind, reason, key, recordNo, to }: RepairInput,
  proposedBy: string,
  commandKey: string,
  target?: Actor,
): ActCommand | undefined {
  const base = { actor, key: commandKey, bodyMac: commandKey, expectedVersion: state.version };
  if (kind === 'awaitRelease') return undefined;
  if (kind === 'reassign') {
    const taskKey = key ?? Object.keys(state.tasks)[0];
    return {
      ...base,
      action: 'handOver',
      input: { to: target?.id ?? to ?? '', reason },
      ...(taskKey ? { taskKey } : {}),
      ...(target ? { target } : {}),
    };
  }
  return {
    ...base,
    action: 'repair',
    input: { kind, reason, proposedBy, ...(key ? { key } : {}), ...(recordNo ? { recordNo } : {}) },
  };
}

/** Does what was confirmed. Every part of it may be done twice: the command has the repair's key, a rebuilt run continues from the journal. */
@Injectable()
export class RepairDoing {
  private readonly mac;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly engine: CaseEngine,
    private readonly directory: Directory,
  ) {
    this.mac = createCommandMac(keys);
  }

  async run(actor: Actor, row: RepairRow, { caseNo, state, rules }: ReadCase): Promise<void> {
    const { calendar } = state;
    if (row.kind === 'rebuild') await this.engine.rebuild({ caseNo, rules, calendar, state, reason: 'rebuilt' });
    const key = this.mac.key(actor.id, 'repair', row.repairNo);
    const input: RepairInput = { ...row.input, kind: row.kind, reason: row.reason };
    const target = input.to === undefined ? undefined : (await this.directory.colleague(input.to))?.actor;
    const command = repairCommand(state, actor, input, row.proposedBy, key, target);
    if (command) await this.engine.act(caseNo, command, Date.now());
    if (row.kind === 'retryNow') await this.engine.retryNow(caseNo);
  }
}
