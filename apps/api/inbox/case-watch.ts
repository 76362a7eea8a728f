import { Injectable, Logger } from '@nestjs/common';
import { distinctUntilChanged, exhaustMap, filter, finalize, map, Observable, share, timer } from 'rxjs';
import { Database } from '../platform/database/database';

export interface Changed {
  caseNo: string;
  seq: number;
}

const lookEveryMs = 1000;

/**
 * The newest event number of the cases that people have open: one look a second for all of them together, none while nobody watches. A look that
 * fails is left out; the next one tells.
 */
@Injectable()
export class CaseWatch {
  private readonly log = new Logger('CaseWatch');
  private readonly watched = new Map<string, number>();
  private readonly looks: Observable<ReadonlyMap<string, number>>;

  constructor(private readonly database: Database) {
    this.looks = timer(0, lookEveryMs).pipe(
      exhaustMap(() => this.look()),
      share(),
    );
  }

  /** Tells at once what the case stands at, and then each change. */
  of(caseNo: string): Observable<Changed> {
    return new Observable<Changed>((listener) => {
      this.watched.set(caseNo, (this.watched.get(caseNo) ?? 0) + 1);
      return this.looks
        .pipe(
          map((seen) => seen.get(caseNo)),
          filter((seq) => seq !== undefined),
          distinctUntilChanged(),
          map((seq) => ({ caseNo, seq })),
          finalize(() => this.leave(caseNo)),
        )
        .subscribe(listener);
    });
  }

  private leave(caseNo: string): void {
    const others = (this.watched.get(caseNo) ?? 1) - 1;
    if (others > 0) this.watched.set(caseNo, others);
    else this.watched.delete(caseNo);
  }

  private async look(): Promise<ReadonlyMap<string, number>> {
    try {
      const rows = await this.database.query<{ case_no: string; seq: number }>(
        'select case_no, seq from case_file where case_no = any($1)',
        [[...this.watched.keys()]],
      );
      return new Map(rows.map(({ case_no: caseNo, seq }) => [caseNo, seq]));
    } catch (error) {
      this.log.warn({ err: error }, 'watched cases were not read');
      return new Map();
    }
  }
}
