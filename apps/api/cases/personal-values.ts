import { Inject, Injectable } from '@nestjs/common';
import type { FieldRule, FieldType, FormValue, SealedValue } from '@due-process/contracts';
import { maskedName, maskedNumber, maskedText, type PlainValue } from '@due-process/domain';
import { commandMac, createBlindIndex, createColumnCipher, type Keys } from '@due-process/secrets';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';

interface SealedRow {
  id: string;
  kind: string;
  ciphertext: string;
  masked: string;
  blindIndex: string;
}

export interface SealedForm {
  form: Record<string, FormValue>;
  rows: SealedRow[];
}

const masks: Partial<Record<FieldType, (text: string) => string>> = {
  personName: maskedName,
  idNumber: maskedNumber,
  creditCode: maskedNumber,
  phone: maskedNumber,
  bankAccount: maskedNumber,
};

/** Personal values leave a form before the case sees it: the case holds a reference and a mask, Postgres the ciphertext. */
@Injectable()
export class PersonalValues {
  private readonly cipher;
  private readonly index;

  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    private readonly database: Database,
  ) {
    this.cipher = createColumnCipher(keys);
    this.index = createBlindIndex(keys);
  }

  /** `command` names the rows: the same command seals into the same rows, however often it is sent. */
  seal(rules: readonly FieldRule[], values: Record<string, PlainValue | null>, command: string): SealedForm {
    const form: Record<string, FormValue> = {};
    const rows: SealedRow[] = [];
    for (const [id, value] of Object.entries(values)) {
      const rule = rules.find((one) => one.id === id);
      if (value === null || typeof value !== 'string' || !rule?.personal) form[id] = value;
      else {
        const row = this.row(`${command}:${id}`, rule.type, value);
        rows.push(row);
        form[id] = { sealed: row.id, masked: row.masked } satisfies SealedValue;
      }
    }
    return { form, rows };
  }

  async store(agency: string, rows: SealedRow[], manager?: EntityManager): Promise<void> {
    if (rows.length === 0) return;
    const sql = `insert into sealed_value (id, agency, kind, ciphertext, masked, blind_index)
       select id, $1, kind, ciphertext, masked, "blindIndex"
         from json_to_recordset($2::json) as row (id text, kind text, ciphertext text, masked text, "blindIndex" text)
       on conflict (id) do nothing`;
    const parameters = [agency, JSON.stringify(rows)];
    await (manager ? manager.query(sql, parameters) : this.database.query(sql, parameters));
  }

  /** In the clear, to be printed as the name of whom a document is for. */
  async open(id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ ciphertext: string }>(
      'select ciphertext from sealed_value where id = $1',
      [id],
    );
    return row && this.cipher.open(row.ciphertext);
  }

  private row(name: string, kind: FieldType, text: string): SealedRow {
    return {
      id: `s_${commandMac(this.keys.command, 'sealed', name)}`,
      kind,
      ciphertext: this.cipher.seal(text),
      masked: (masks[kind] ?? maskedText)(text),
      blindIndex: this.index(kind, text),
    };
  }
}
