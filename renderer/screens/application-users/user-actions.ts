import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { BeginChange } from './use-begin-change.ts';
import type { UserRow } from './user-rows.ts';
import { changeableRows, deletableRows } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS.toolbar;

/** Something that can be done with application users: whom of them it concerns, and how it begins. */
export type UserAction = {
  readonly label: string;
  readonly rows: readonly UserRow[];
  readonly run: () => void;
};

/** What can be done with some application users, by name; each leads to a plan first. */
export const userActions = (chosen: readonly UserRow[], begin: BeginChange) => {
  const rows = changeableRows(chosen);
  const inState = (state: 'enabled' | 'disabled') => rows.filter(({ user }) => user.state === state);
  const action = (
    label: string,
    intent: Parameters<BeginChange>[0],
    concerned: readonly UserRow[] = rows,
  ): UserAction => ({ label, rows: concerned, run: () => begin(intent, concerned) });
  return {
    assign: action(TEXTS.assign, 'assign-roles'),
    remove: action(TEXTS.remove, 'remove-roles'),
    enable: action(TEXTS.enable, 'enable', inState('disabled')),
    disable: action(TEXTS.disable, 'disable', inState('enabled')),
    unit: action(TEXTS.unit, 'change-unit'),
    join: action(TEXTS.join, 'join-teams'),
    leave: action(TEXTS.leave, 'leave-teams'),
    delete: action(TEXTS.delete, 'delete', deletableRows(chosen)),
  };
};

/** Those of some actions that concern anybody. */
export const possible = (actions: readonly UserAction[]): readonly UserAction[] =>
  actions.filter(({ rows }) => rows.length > 0);
