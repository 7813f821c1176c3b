import type { Grants } from '../base/role-definition.ts';
import type { Row } from '../schema/value.ts';
import type { SharedWith } from './shares.ts';

/** What an audit row stands for, by the kinds of Learn's "AuditDetail ComplexType". */
export type AuditDetail =
  /** Columns of one record before and after: those that changed and were not null. */
  | { readonly kind: 'attributes'; readonly table: string; readonly before: Row; readonly after: Row }
  /** A link of a many-to-many relationship that was made or ended, with the record at its other end. */
  | {
      readonly kind: 'relationship';
      readonly relationship: string;
      readonly table: string;
      readonly id: string;
    }
  | {
      readonly kind: 'rolePrivileges';
      readonly businessUnitId: string;
      readonly before: Grants;
      readonly after: Grants;
    }
  | {
      readonly kind: 'share';
      readonly principal: SharedWith;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'access'; readonly time: string; readonly interval: number };

/** Details of audit rows, by the row's id. */
export type AuditDetails = {
  of(auditId: string): AuditDetail | null;
  /** Null forgets them. */
  put(auditId: string, detail: AuditDetail | null): void;
  /** Remembers all details; the answer takes them back. */
  snapshot(): () => void;
};

/** Details of one environment, kept in memory. */
export function createAuditDetails(): AuditDetails {
  const byRow = new Map<string, AuditDetail>();
  return {
    of: (auditId) => byRow.get(auditId) ?? null,
    put(auditId, detail) {
      if (detail === null) byRow.delete(auditId);
      else byRow.set(auditId, detail);
    },
    snapshot() {
      const kept = new Map(byRow);
      return () => {
        byRow.clear();
        for (const [auditId, detail] of kept) byRow.set(auditId, detail);
      };
    },
  };
}
