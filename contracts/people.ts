/** Posts a person can hold. Business roles and the three administrators' duties are separate by law (design §7). */
export type Role =
  | 'window'
  | 'review'
  | 'secondReview'
  | 'deputyHead'
  | 'head'
  | 'leader'
  | 'supervise'
  | 'finance'
  | 'catalog'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin'
  | 'institution'
  | 'employer'
  | 'school'
  | 'community'
  | 'assessor'
  | 'workstation'
  | 'person'
  | 'system';

/** The one who acts, as a snapshot taken when the command was made: later changes of posts do not rewrite history. */
export interface Actor {
  id: string;
  roles: Role[];
  /** Units of the agency; of an account outside every agency, its organisation, and the blind index under which that is an applicant itself. */
  units: string[];
  /** Six-digit region code of the agency, e.g. 370600; empty for accounts outside every agency. */
  agency: string;
}

/** Who may act on a row: the holder alone, anyone of the unit, anyone of the agency, or every agency. */
export type Scope = 'own' | 'unit' | 'agency' | 'all';

export const systemActor = (agency: string): Actor => ({ id: 'system', roles: ['system'], units: [], agency });
