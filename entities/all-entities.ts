import { AcceptanceWindowEntity } from './acceptance-window.entity';
import { AccountEntity } from './account.entity';
import { AdmissionEntity } from './admission.entity';
import { AgencyEntity } from './agency.entity';
import { AuditEntity } from './audit.entity';
import { BulkLineEntity } from './bulk-line.entity';
import { BulkRunEntity } from './bulk-run.entity';
import { CalendarVersionEntity } from './calendar-version.entity';
import { CardTransactionEntity } from './card-transaction.entity';
import { CardRuleEntity } from './card-rule.entity';
import { CaseCounterEntity } from './case-counter.entity';
import { CaseEventEntity } from './case-event.entity';
import { CaseFileEntity } from './case-file.entity';
import { CaseResultEntity } from './case-result.entity';
import { CaseRulesEntity } from './case-rules.entity';
import { CaseSourceEntity } from './case-source.entity';
import { CaseStepEntity } from './case-step.entity';
import { ClockEntity } from './clock.entity';
import { DocumentOriginalEntity } from './document-original.entity';
import { DocumentPrintEntity } from './document-print.entity';
import { DesignatedInstitutionEntity } from './designated-institution.entity';
import { DocumentEntity } from './document.entity';
import { DraftEntity } from './draft.entity';
import { EscalationEntity } from './escalation.entity';
import { ExchangeConflictEntity } from './exchange-conflict.entity';
import { IdempotencyEntity } from './idempotency.entity';
import { LetterInboxEntity } from './letter-inbox.entity';
import { LetterReceiptEntity } from './letter-receipt.entity';
import { LetterEntity } from './letter.entity';
import { MessageEntity } from './message.entity';
import { OpeningEntity } from './opening.entity';
import { OrganisationEntity } from './organisation.entity';
import { PauseEntity } from './pause.entity';
import { PersonEntity } from './person.entity';
import { PushedLineEntity } from './pushed-line.entity';
import { PushedListEntity } from './pushed-list.entity';
import { QueueStateEntity } from './queue-state.entity';
import { RatingEntity } from './rating.entity';
import { ReconciliationDifferenceEntity } from './reconciliation-difference.entity';
import { RedatingFailureEntity } from './redating-failure.entity';
import { RedatingEntity } from './redating.entity';
import { RepairEntity } from './repair.entity';
import { RestrictionEntity } from './restriction.entity';
import { ResultDueEntity } from './result-due.entity';
import { RevealLogEntity } from './reveal-log.entity';
import { ReviewRoundCaseEntity } from './review-round-case.entity';
import { ReviewRoundEntity } from './review-round.entity';
import { RoundEntity } from './round.entity';
import { RunFaultEntity } from './run-fault.entity';
import { RosterEntity } from './roster.entity';
import { RosterLineEntity } from './roster-line.entity';
import { SettlementLineEntity } from './settlement-line.entity';
import { RungEntity } from './rung.entity';
import { SealedValueEntity } from './sealed-value.entity';
import { SessionEntity } from './session.entity';
import { SmsEntity } from './sms.entity';
import { SupervisionOrderEntity } from './supervision-order.entity';
import { SweepEntity } from './sweep.entity';
import { TaskEntity } from './task.entity';
import { TroubleEntity } from './trouble.entity';
import { UnitEntity } from './unit.entity';
import { UploadEntity } from './upload.entity';
import { WorkerBeatEntity } from './worker-beat.entity';

/** Every table that TypeORM knows. */
export const allEntities = [
  AcceptanceWindowEntity,
  AccountEntity,
  AdmissionEntity,
  AgencyEntity,
  AuditEntity,
  BulkLineEntity,
  BulkRunEntity,
  CalendarVersionEntity,
  CardTransactionEntity,
  CardRuleEntity,
  CaseCounterEntity,
  CaseEventEntity,
  CaseFileEntity,
  CaseResultEntity,
  CaseRulesEntity,
  CaseSourceEntity,
  CaseStepEntity,
  ClockEntity,
  DesignatedInstitutionEntity,
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
  OrganisationEntity,
  PauseEntity,
  PersonEntity,
  PushedLineEntity,
  PushedListEntity,
  QueueStateEntity,
  RatingEntity,
  ReconciliationDifferenceEntity,
  RedatingEntity,
  RedatingFailureEntity,
  RepairEntity,
  RestrictionEntity,
  ResultDueEntity,
  RevealLogEntity,
  ReviewRoundCaseEntity,
  ReviewRoundEntity,
  RoundEntity,
  RunFaultEntity,
  RosterEntity,
  RosterLineEntity,
  SettlementLineEntity,
  RungEntity,
  SealedValueEntity,
  SessionEntity,
  SmsEntity,
  SupervisionOrderEntity,
  SweepEntity,
  TaskEntity,
  TroubleEntity,
  UnitEntity,
  UploadEntity,
  WorkerBeatEntity,
];
