import {
  noUpgradeReady,
  upgradeNeedsHigherVersion,
  upgradeOfUpgrade,
  wrongPublisher,
} from '../errors/package-faults.ts';
import { notImplemented } from '../errors/request-faults.ts';
import { solutionMissing } from '../errors/solution-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { solutionNamed } from '../writes/solution-components.ts';
import { writerOf } from '../writes/writers.ts';
import { type ImportOptions, importSolution, requireImportable } from './import-solution.ts';
import type { ReadPackage } from './read-package.ts';

const solutions = requireTable('solution');
const publishers = requireTable('publisher');

/** A version that waits to replace an earlier one has its name and this (clients look for it there). */
const suffix = '_Upgrade';

/** Whether a version comes after another: numbers are compared one by one, missing ones are 0. */
export function isLater(version: string, than: string): boolean {
  const [left, right] = [version.split('.'), than.split('.')];
  for (let at = 0; at < 4; at += 1) {
    const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The next version of a solution that waits to replace it, or null. */
export const pendingUpgrade = (session: Session, uniqueName: string): Row | null =>
  solutionNamed(session, uniqueName + suffix);

/** Imports the next version of a managed solution beside the one that is there (Learn: ImportSolution Action, HoldingSolution). */
export function importHolding(session: Session, read: ReadPackage, options: ImportOptions): Row {
  const { content } = read;
  session.access.requirePrivilege('prvImportCustomization');
  requireImportable(session, content);
  const before = solutionNamed(session, content.uniqueName);
  if (before === null || !content.isManaged)
    throw notImplemented('A holding solution that upgrades no managed solution');
  const publisher = session.environment.rows(publishers).get(textOf(before, 'publisherid') ?? '');
  const name = textOf(publisher ?? {}, 'uniquename') ?? '';
  if (name.toLowerCase() !== content.publisher.uniqueName.toLowerCase())
    throw wrongPublisher(content.uniqueName, name, content.publisher.uniqueName);
  if (!isLater(content.version, textOf(before, 'version') ?? '')) throw upgradeNeedsHigherVersion();
  const waiting = { ...read, content: { ...content, uniqueName: content.uniqueName + suffix } };
  return importSolution(session, waiting, options);
}

/**
 * The version that waits takes the place of the earlier one, and what only that one had goes (Learn: DeleteAndPromote Action; "Upgrade or
 * update a solution"). The id of the new one.
 */
export function applyUpgrade(session: Session, uniqueName: string): string {
  const { access, environment } = session;
  access.requirePrivilege('prvImportCustomization');
  const before = solutionNamed(session, uniqueName);
  if (before === null) throw solutionMissing(uniqueName);
  if (uniqueName.toLowerCase().endsWith(suffix.toLowerCase())) throw upgradeOfUpgrade();
  const next = pendingUpgrade(session, uniqueName);
  if (next === null) throw noUpgradeReady(textOf(before, 'friendlyname') ?? uniqueName);
  access.requireRow(solutions, 'Write', next);
  writerOf(solutions).remove(session, before);
  environment
    .mutable(solutions)
    .put({ ...next, ...modifiedColumns(session), uniquename: before['uniquename'] ?? uniqueName });
  return idOf(next, 'solutionid');
}

/** Both in one step, where there is an earlier managed version; a plain import where there is none (Learn: StageAndUpgrade Action). */
export function stageAndUpgrade(session: Session, read: ReadPackage, options: ImportOptions): Row {
  const { content } = read;
  const before = solutionNamed(session, content.uniqueName);
  if (before === null || !content.isManaged) return importSolution(session, read, options);
  importHolding(session, read, options);
  applyUpgrade(session, content.uniqueName);
  return solutionNamed(session, content.uniqueName) ?? before;
}

/** Ways to import a package. */
export const importModes = {
  plain: importSolution,
  holding: importHolding,
  upgrade: stageAndUpgrade,
} as const;

/** How a package is imported. */
export type ImportMode = keyof typeof importModes;
