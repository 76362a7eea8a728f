/** Every refusal of the outside world: code → HTTP status and the words for the person who reads it. */
const problems = {
  BAD_INPUT: [400, '请求内容有误'],
  JSON_INVALID: [400, '请求体不是有效的 JSON'],
  JSON_TOO_DEEP: [400, '请求体嵌套层数过多'],
  AGENCY_UNKNOWN: [400, '收件机构不在交换平台名录中'],
  LETTER_SUBJECT_WRONG: [400, '函件的人员索引与身份证件号码不符'],
  EXCHANGE_SIGNATURE_INVALID: [401, '函件签名无效'],
  EXCHANGE_TIMESTAMP_SKEWED: [401, '签名时间与平台时间相差超过 5 分钟'],
  ADMIN_KEY_INVALID: [401, '管理密钥无效'],
  LETTER_SENDER_MISMATCH: [403, '发件机构与签名机构不一致'],
  NOT_FOUND: [404, '没有这个地址'],
  LETTER_UNKNOWN: [404, '平台没有这份函件'],
  PAYMENT_UNKNOWN: [404, '没有这笔支付'],
  LETTER_BODY_CHANGED: [409, '同一函号的内容与先前不同'],
  KEY_REUSED: [409, '同一请求键的内容与先前不同'],
  RECORD_REFUSED: [422, '核心平台校验未通过：登记信息与平台不符'],
  SETTLEMENT_REFUSED: [422, '不能联网结算'],
  BODY_TOO_LARGE: [413, '请求体过大'],
  SANDBOX_FAULT: [500, '模拟故障：系统内部错误'],
  SANDBOX_BROKEN: [500, '系统内部错误'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string = problems[code][1],
    readonly errors: FieldError[] = [],
  ) {
    super(code);
    this.status = problems[code][0];
  }

  /** RFC 9457. */
  toJSON() {
    const title = problems[this.code][1];
    return {
      type: 'about:blank',
      title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      errors: this.errors,
    };
  }
}
