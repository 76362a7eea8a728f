import { z } from 'zod';

/** Schemas speak Chinese wherever they are used. A message given in the schema itself comes first. */

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组填写项',
  record: '一组填写项',
};

const formatNames: Record<string, string> = { uuid: '编号', url: '网址', email: '电子邮箱', date: '日期' };

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (issue.origin === 'string') return `至少 ${issue.minimum} 个字`;
  if (issue.origin === 'array' || issue.origin === 'set') return `至少 ${issue.minimum} 项`;
  return issue.inclusive === false ? `须大于 ${issue.minimum}` : `不能小于 ${issue.minimum}`;
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (issue.origin === 'string') return `最多 ${issue.maximum} 个字`;
  if (issue.origin === 'array' || issue.origin === 'set') return `最多 ${issue.maximum} 项`;
  return issue.inclusive === false ? `须小于 ${issue.maximum}` : `不能大于 ${issue.maximum}`;
}

function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '必填';
      return `应填写${typeNames[issue.expected] ?? '规定的内容'}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formatNames[issue.format] ? `${formatNames[issue.format]}格式不正确` : '格式不正确';
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'not_multiple_of':
      return `须为 ${issue.divisor} 的整数倍`;
    case 'unrecognized_keys':
      return `没有这一项：${issue.keys.join('、')}`;
    default:
      return '内容不正确';
  }
}

z.config({ customError: (issue) => messageOf(issue) });
