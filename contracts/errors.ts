export interface ErrorEntry {
  status: number;
  /** Whether the same request may succeed later unchanged. */
  retryable: boolean;
  /** Chinese, for people. */
  title: string;
  /** English, for logs. */
  log: string;
}
const e = (status: number, title: string, log: string, retryable = false): ErrorEntry => ({
  status,
  retryable,
  title,
  log,
});

/** Every error code of the system. Codes are never reused. `<AREA>_<REASON>`. */
export const ERRORS = {
  // input
  INPUT_INVALID: e(400, '填写有误，请按提示修改', 'input does not match its schema'),
  INPUT_NOT_JSON: e(400, '请求内容不是有效的 JSON', 'body is not JSON'),
  INPUT_TOO_DEEP: e(400, '请求内容嵌套过深', 'body nested too deeply'),
  INPUT_TOO_LARGE: e(413, '请求内容过大', 'body too large'),
  IDEMPOTENCY_KEY_MISSING: e(400, '缺少 Idempotency-Key 请求头', 'idempotency key missing'),
  IDEMPOTENCY_KEY_REUSED: e(409, '同一 Idempotency-Key 已用于另一内容', 'idempotency key reused with another body'),
  REQUEST_IN_PROGRESS: e(409, '相同请求正在处理，请稍候重试', 'same request still running', true),
  // session and access
  SESSION_REQUIRED: e(401, '请先登录', 'no session'),
  SESSION_REFUSED: e(401, '用户名或密码不正确', 'wrong username or password'),
  ACCESS_DENIED: e(403, '您没有办理此事的权限', 'role or scope lacks the action'),
  SECOND_PERSON_REQUIRED: e(403, '须由另一人确认', 'proposer may not confirm'),
  NOT_FOUND: e(404, '未找到', 'not found or not visible'),
  RATE_LIMITED: e(429, '操作过于频繁，请稍后再试', 'throttled', true),
  // case
  CASE_VERSION_CONFLICT: e(409, '办件已被他人更新，请核对后重试', 'stale case version'),
  CASE_CLOSED: e(409, '办件已办结，不能再办理', 'case is closed'),
  CASE_DUPLICATE: e(409, '同一申请人已有在办的同类办件', 'an open case of this item exists for this person'),
  ACTION_NOT_ALLOWED: e(409, '当前环节不能办理此操作', 'action not allowed now'),
  ACTION_UNKNOWN: e(404, '没有这个操作', 'no such action'),
  TASK_NOT_YOURS: e(403, '该待办由他人办理', 'task is held by another person'),
  TASK_UNKNOWN: e(409, '没有这个待办', 'no such open task'),
  TASK_ASSIGNEE_INVALID: e(409, '所选人员不能办理此环节', 'assignee lacks the role or unit'),
  TASK_SAME_PERSON: e(403, '前一环节的办理人不能办理本环节', 'doer of an earlier stage may not do this one'),
  TASK_COSIGN_PENDING: e(409, '尚有加签未完成', 'co-signers have still to sign'),
  MATERIALS_INCOMPLETE: e(409, '材料不齐，不能受理', 'required materials are missing'),
  MATERIALS_COMPLETE: e(409, '材料已齐，无需补正', 'nothing is missing'),
  FACT_NOT_SATISFIED: e(409, '不符合受理条件', 'an outside fact does not hold'),
  FACT_UNAVAILABLE: e(503, '核查系统暂不可用，请稍后重试', 'lookup failed', true),
  STEP_NOT_YOURS_TO_WITHDRAW: e(409, '只能撤回本人刚办理的一步', 'only the doer may withdraw the last step'),
  STEP_NOT_REVERSIBLE: e(409, '该步骤已对外生效，不能撤回', 'step has outside effects'),
  PAUSE_UNKNOWN: e(409, '没有这条暂停记录', 'no such open pause'),
  PAUSE_CAUSE_UNKNOWN: e(409, '该事项没有此暂停事由', 'cause not listed by the item'),
  FIGURES_WRONG: e(409, '金额核对不符', 'figures of the input do not add up'),
  EXTENSION_USED: e(409, '已延期一次，不能再延', 'extension already used'),
  SUPPLEMENT_REASON_REQUIRED: e(409, '再次告知补正须由督办说明理由', 'second notice needs a supervisor reason'),
  DATE_IN_FUTURE: e(400, '日期不能晚于今日', 'date lies in the future'),
  DATE_BEFORE_FACT: e(400, '日期不能早于其所依据的事实', 'date lies before the fact it follows'),
  DATE_NOT_PERMITTED: e(403, '您没有补录日期的权限', 'backdating needs its own permission'),
  // catalogue and calendars
  ITEM_UNKNOWN: e(404, '没有这个事项', 'no such item'),
  CALENDAR_UNKNOWN: e(404, '没有这个日历版本', 'no such calendar version'),
  CALENDAR_STATE: e(409, '该日历当前不能进行此操作', 'calendar not in the right state'),
  DEADLINE_INVALID: e(400, '时限参数有误', 'deadline parameters invalid'),
  // admission: what is refused before a number is given
  ADMISSION_OUTSIDE_PERIOD: e(409, '不在受理期间', 'received outside every published window'),
  ADMISSION_OUTSIDE_PLAN: e(409, '不在受理计划范围', 'district or kind outside the published plan'),
  ADMISSION_QUOTA_USED: e(409, '受理计划名额已满', 'quota of the plan is used up'),
  ADMISSION_BANNED: e(409, '限制申请期内，不能申请', 'a restriction on this applicant is in force'),
  ADMISSION_NOT_LISTED: e(422, '不在规定名录之内', 'value does not stand in the directory'),
  REVIEW_ROUND_OPENED: e(409, '本季度的审核已经开启', 'the review round of this period was opened before'),
  WINDOW_UNKNOWN: e(404, '没有这个受理期间', 'no such acceptance window'),
  WINDOW_STATE: e(409, '该受理期间当前不能进行此操作', 'acceptance window not in the right state'),
  // letters
  LETTER_SIGNATURE_INVALID: e(401, '函件签名无效', 'bad letter signature'),
  LETTER_EXPIRED: e(401, '函件签名已过期', 'letter timestamp outside the window'),
  LETTER_BODY_CHANGED: e(409, '同一函件编号的内容不一致', 'letter repeated with another body'),
  LETTER_WRONG_AGENCY: e(403, '函件并非发往本机构', 'letter addressed to another agency'),
  DOCUMENT_DIFFERS: e(409, '重新生成的文书与首次出具的不一致，未予打印', 'print differs from the stored hash'),
  LIST_CHANGED: e(409, '同一名单编号的内容不一致', 'pushed list repeated with another body'),
  LIST_UNKNOWN: e(404, '没有这份名单', 'no such pushed list'),
  LETTER_UNKNOWN: e(404, '没有这份函件', 'no such letter'),
  // public
  PROGRESS_UNKNOWN: e(404, '办件编号或查询码不正确', 'no case with this number and code'),
  RATING_GIVEN: e(409, '已评价过', 'case already rated'),
  RATING_NOT_OPEN: e(409, '办结后方可评价', 'case not concluded'),
  // supervision
  REPAIR_NOT_POSSIBLE: e(409, '此修复方式对该办件不适用', 'repair cannot work on this case now'),
  REPAIR_UNKNOWN: e(404, '没有这条修复记录', 'no such repair'),
  REPAIR_STATE: e(409, '该修复记录当前不能进行此操作', 'repair not in the right state'),
  BULK_UNKNOWN: e(404, '没有这个批量任务', 'no such bulk run'),
  BULK_STATE: e(409, '该批量任务当前不能进行此操作', 'bulk run not in the right state'),
  ORDER_STATE: e(409, '该督办单当前不能进行此操作', 'order not in the right state'),
  // outside systems, as activities meet them
  OUTSIDE_UNREACHABLE: e(503, '外部系统无法连接', 'no connection to an outside system', true),
  OUTSIDE_TIMEOUT: e(503, '外部系统未按时答复', 'no reply from an outside system in time', true),
  OUTSIDE_FAILED: e(503, '外部系统出错', 'outside system failed or is overloaded', true),
  OUTSIDE_REFUSED_US: e(503, '外部系统不接受本系统的身份', 'outside system refuses our key or our clock', true),
  OUTSIDE_REPLY_UNREADABLE: e(503, '外部系统的答复无法识别', 'reply of an outside system cannot be read', true),
  ATTEMPT_OVERDUE: e(503, '系统操作超时未完成', 'an attempt hangs and was given up', true),
  EFFECT_INPUT_INVALID: e(500, '办件流程给出的对外内容不完整', 'story asked for an effect with parts missing', true),
  PERSON_UNKNOWN: e(500, '未找到办件的申请人', 'case has no person row', true),
  // engine
  RECORD_STALE_WRITER: e(
    503,
    '系统暂时繁忙，请稍后重试',
    'an older task may not replace the rows of a younger one',
    true,
  ),
  RECORD_RUN_BEHIND: e(
    503,
    '办件正在检修，请稍后重试',
    'the run is behind its journal and must be rebuilt from it',
    true,
  ),
  SERVICE_UNAVAILABLE: e(
    503,
    '系统暂时繁忙，您的操作未丢失，请稍后用同一请求重试',
    'engine or database unavailable',
    true,
  ),
  INTERNAL: e(500, '系统内部错误，已记录', 'unexpected error'),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
