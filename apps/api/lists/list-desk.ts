import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { platformAgency } from '@due-process/contracts';
import { commandMac, createColumnCipher, type Keys } from '@due-process/secrets';
import { SourceOpenings } from '../cases/source-openings';
import { Problem } from '../platform/errors/problem';
import { KEYS } from '../platform/keys/keys.module';
import { openingOf } from './line-openings';
import { ListRules } from './list-rules';
import type { PushedLine, PushedList } from './list.schemas';
import { ListStore, type Counts, type LineAnswer, type WaitingLine } from './list.store';

export interface Received extends Counts {
  listNo: string;
  repeated: boolean;
}

/** The sender waits this long for the lines as well; the list is stored by then, and `GET` tells the rest. */
const patienceMs = 4000;
const sweepEveryMs = 5000;
const batch = 20;

/**
 * Takes pushed lists in and opens a case for each line (免申即享). The list is durable before the answer; what was not opened yet is opened later from the
 * table, by whichever process looks first. The source makes a second opening of the same line the same case.
 */
@Injectable()
export class ListDesk implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('ListDesk');
  private readonly cipher;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    private readonly rules: ListRules,
    private readonly store: ListStore,
    private readonly openings: SourceOpenings,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.wake(), sweepEveryMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.working;
  }

  async receive(signedBy: string, list: PushedList): Promise<Received> {
    this.rules.of(list.toAgency, list.kind);
    if (signedBy !== platformAgency && signedBy !== list.toAgency) throw new Problem('LETTER_SIGNATURE_INVALID');
    const bodyHash = commandMac(this.keys.command, 'list', JSON.stringify(list));
    const sealed = list.lines.map((line) => this.cipher.seal(JSON.stringify(line)));
    const kept = await this.store.keep(signedBy, list, { bodyHash, sealed });
    if (kept.bodyHash !== bodyHash) throw new Problem('LIST_CHANGED');
    this.wake();
    await Promise.race([this.working, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    return { listNo: list.listNo, repeated: kept.repeated, ...(await this.store.counts(signedBy, list.listNo)) };
  }

  /** What became of each line, for whoever sent the list. */
  async answer(signedBy: string, listNo: string): Promise<Counts & { listNo: string; answers: LineAnswer[] }> {
    const counts = await this.store.counts(signedBy, listNo);
    if (counts.lines === 0) throw new Problem('LIST_UNKNOWN');
    return { listNo, ...counts, answers: await this.store.lines(signedBy, listNo) };
  }

  /** One look through what waits, after the one that is under way. */
  private wake(): void {
    this.working = this.working
      .then(() => this.sweep())
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'pushed lines were not looked through');
      });
  }

  private async sweep(): Promise<void> {
    while (!this.stopped) {
      const lines = await this.store.takeWaiting(batch);
      await Promise.all(lines.map((line) => this.open(line)));
      if (lines.length < batch) return;
    }
  }

  private async open(waiting: WaitingLine): Promise<void> {
    const line = JSON.parse(this.cipher.open(waiting.bodySealed)) as PushedLine;
    try {
      const { itemCode, rule } = this.rules.of(waiting.agency, waiting.kind);
      const { caseNo } = await this.openings.open(openingOf(itemCode, rule, line));
      if (await this.store.opened(waiting, caseNo)) return;
      await this.store.refused(waiting, `此人的同一待遇已由其他名单办理，办件编号 ${caseNo}`);
    } catch (error) {
      if (error instanceof Problem && error.httpStatus < 500) await this.store.refused(waiting, wordsOf(error));
      else this.log.warn({ err: error }, 'a pushed line was not opened yet');
    }
  }
}

/** Why a line was sent back: the problem with the words of every bad field. */
function wordsOf(problem: Problem): string {
  const { detail, errors } = problem.body();
  return errors.length > 0 ? errors.map(({ field, message }) => `${field}：${message}`).join('；') : (detail ?? '');
}
