import { AccountEntity } from './account.entity';
import { AgencyEntity } from './agency.entity';
import { AuditEntity } from './audit.entity';
import { CalendarVersionEntity } from './calendar-version.entity';
import { WorkerBeatEntity } from './worker-beat.entity';
import { RunFaultEntity } from './run-fault.entity';
import { QueueStateEntity } from './queue-state.entity';
import { SweepEntity } from './sweep.entity';
import { RepairEntity } from './repair.entity';
import { BulkRunEntity } from './bulk-run.entity';
import { BulkLineEntity } from './bulk-line.entity';
import { CardRuleEntity } from './card-rule.entity';
import { CaseResultEntity } from './case-result.entity';
import { ResultDueEntity } from './result-due.entity';
import { CaseCounterEntity } from './case-counter.entity';
import { CaseEventEntity } from './case-event.entity';
import { CaseFileEntity } from './case-file.entity';
import { CaseRulesEntity } from './case-rules.entity';
import { CaseSourceEntity } from './case-source.entity';
import { ClockEntity } from './clock.entity';
import { DocumentEntity } from './document.entity';
import { DocumentOriginalEntity } from './document-original.entity';
import { DocumentPrintEntity } from './document-print.entity';
import { DraftEntity } from './draft.entity';
import { EscalationEntity } from './escalation.entity';
import { ExchangeConflictEntity } from './exchange-conflict.entity';
import { IdempotencyEntity } from './idempotency.entity';
import { LetterEntity } from './letter.entity';
import { LetterInboxEntity } from './letter-inbox.entity';
import { LetterReceiptEntity } from './letter-receipt.entity';
import { MessageEntity } from './message.entity';
import { OpeningEntity } from './opening.entity';
import { PauseEntity } from './pause.entity';
import { PersonEntity } from './person.entity';
import { RatingEntity } from './rating.entity';
import { ReconciliationDifferenceEntity } from './reconciliation-difference.entity';
import { RedatingEntity } from './redating.entity';
import { RedatingFailureEntity } from './redating-failure.entity';
import { RevealLogEntity } from './reveal-log.entity';
import { RungEntity } from './rung.entity';
import { SealedValueEntity } from './sealed-value.entity';
import { SessionEntity } from './session.entity';
import { SmsEntity } from './sms.entity';
import { SupervisionOrderEntity } from './supervision-order.entity';
import { TaskEntity } from './task.entity';
import { TroubleEntity } from './trouble.entity';
import { UnitEntity } from './unit.entity';
import { UploadEntity } from './upload.entity';

/** Every table that TypeORM knows. */
export const allEntities = [
  AccountEntity,
  AgencyEntity,
  AuditEntity,
  CalendarVersionEntity,
  CaseCounterEntity,
  CaseEventEntity,
  CaseFileEntity,
  CaseRulesEntity,
  CaseSourceEntity,
  ClockEntity,
  DocumentEntity,
  DocumentOriginalEntity,
  DocumentPrintEntity,
  DraftEntity,
  EscalationEntity,
  ExchangeConflictEntity,
  IdempotencyEntity,
  LetterEntity,
  LetterInboxEntity,
  LetterReceiptEntity,
  MessageEntity,
  OpeningEntity,
  PauseEntity,
  PersonEntity,
  RatingEntity,
  ReconciliationDifferenceEntity,
  RedatingEntity,
  RedatingFailureEntity,
  RevealLogEntity,
  RungEntity,
  SealedValueEntity,
  SessionEntity,
  SmsEntity,
  SupervisionOrderEntity,
  TaskEntity,
  TroubleEntity,
  UnitEntity,
  UploadEntity,
  WorkerBeatEntity,
  RunFaultEntity,
  QueueStateEntity,
  SweepEntity,
  RepairEntity,
  BulkRunEntity,
  BulkLineEntity,
  CardRuleEntity,
  CaseResultEntity,
  ResultDueEntity,
];
