import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { fieldErrors, type FieldError } from '@due-process/contracts/schemas';
import type { z } from 'zod';
import { Problem } from '../errors/problem';

type Issues = Parameters<typeof fieldErrors>[0];

/** More than this is not read by anybody; the count of the rest is said. */
const maxErrors = 200;

export function inputProblem(errors: FieldError[]): Problem {
  const named = errors.slice(0, maxErrors);
  const rest = errors.length - named.length;
  const fields = [...new Set(named.map((error) => error.field).filter(Boolean))];
  const shown = fields.slice(0, 10).join('、') + (fields.length > 10 ? ' 等' : '');
  const detail = `共 ${errors.length} 处填写有误${shown && `：${shown}`}${rest > 0 ? `（另有 ${rest} 处未列出）` : ''}`;
  return new Problem('INPUT_INVALID', { detail, errors: named });
}

/** Parses a value by its schema; all bad fields are named in one problem. For schemas that are only known at run time. */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
  prefix: readonly string[] = [],
): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw inputProblem(fieldErrors(result.error.issues, input, prefix));
}

/** Validates what a route declares with `@Body({ schema })`, `@Query({ schema })`, `@Param(…, { schema })`. */
@Injectable()
export class SchemaPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const given = metadata.type === 'body' && value === undefined ? ({} as T) : value;
    const schema = metadata.schema;
    if (!schema || !this.toValidate(metadata)) return given;
    this.stripProtoKeys(given);
    const result = await this.validate<T>(given, schema);
    if (!result.issues) return result.value;
    const prefix = metadata.data === undefined ? [] : [metadata.data];
    throw inputProblem(fieldErrors(result.issues as Issues, given, prefix));
  }
}
