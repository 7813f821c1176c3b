import type { Grants } from '../base/role-definition.ts';
import type { Table } from '../schema/table.ts';
import type { AuditAction } from '../schema/tables/audit.ts';
import type { Row } from '../schema/value.ts';
import type { SharedWith } from './shares.ts';

/** Something that the store changed, before and after. */
export type Change =
  | {
      readonly kind: 'row';
      readonly table: Table;
      readonly id: string;
      readonly before: Row | null;
      readonly after: Row | null;
    }
  | {
      readonly kind: 'share';
      readonly table: string;
      readonly id: string;
      readonly principal: SharedWith;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'grants';
      readonly rootRoleId: string;
      readonly before: Grants;
      readonly after: Grants;
    };

/** What is one and the same in several changes. */
export function changedThing(change: Change): string {
  switch (change.kind) {
    case 'row':
      return rowThing(change.table.logicalName, change.id);
    case 'share':
      return shareThing(change.id, change.principal.principalId);
    case 'grants':
      return grantsThing(change.rootRoleId);
  }
}

/** A row, as a thing that changes. */
export const rowThing = (table: string, id: string): string => `${table} ${id}`;

/** The share of a record with somebody, as a thing that changes. */
export const shareThing = (recordId: string, principalId: string): string => `${recordId} ${principalId}`;

/** What a role grants, as a thing that changes. */
export const grantsThing = (rootRoleId: string): string => `${rootRoleId} privileges`;

/** A message that was sent for a thing to change, with its name where the change alone does not say it. */
type Message = { readonly kind: 'message'; readonly thing: string; readonly action: AuditAction | null };

/** What was changed within an undertaking, in order, and by which messages. */
export type Noted = Change | Message;

/** Everything that the store changes passes through here, whoever changes it, so that the audit misses nothing. */
export type ChangeLog = {
  note(noted: Noted): void;
  /** What an undertaking changes is handed over when it ends, however it ends; one inside another is on its own. */
  during<T>(undertaking: () => T, ended: (noted: readonly Noted[]) => void): T;
  /** A moment; the answer forgets what was noted since. */
  mark(): () => void;
};

/** The change log of one environment. */
export function createChangeLog(): ChangeLog {
  let current: Noted[] | null = null;
  return {
    note(noted) {
      current?.push(noted);
    },
    during(undertaking, ended) {
      const outer = current;
      const own: Noted[] = [];
      current = own;
      try {
        return undertaking();
      } finally {
        current = outer;
        if (own.length > 0) ended(own);
      }
    },
    mark() {
      const list = current;
      const length = list?.length ?? 0;
      return () => {
        list?.splice(length);
      };
    },
  };
}
