import { requireTable } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { lookupTarget } from './column-value.ts';

/** Whether a choice is told as a global one: that of one column alone by a rule. */
const isGlobalChoice = ({ environment, ports }: Session, choice: Row): boolean =>
  choice['IsGlobal'] === true ||
  dataverseRule(ports.rules, environment.seed, 'ownChoiceAsGlobal') === 'choice';

/** The row behind a single-valued navigation property, or null; access is not looked at. */
export function relatedRow(
  session: Session,
  table: Table,
  navigation: Extract<Navigation, { kind: 'one' }>,
  row: Row,
): { readonly table: Table; readonly row: Row } | null {
  const column = table.columns.get(navigation.column);
  const id = textOf(row, navigation.column);
  if (column === undefined || id === null) return null;
  const name = lookupTarget(column, row);
  if (!navigation.targets.includes(name)) return null;
  const target = requireTable(name);
  const found = session.environment.rows(target).get(id);
  if (found === null || (navigation.name === 'GlobalOptionSet' && !isGlobalChoice(session, found)))
    return null;
  return { table: target, row: found };
}

/** The rows behind a collection-valued navigation property; access is not looked at. */
export function* relatedRows(
  session: Session,
  table: Table,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  row: Row,
): Generator<Row> {
  const target = requireTable(navigation.target);
  const targetRows = session.environment.rows(target);
  const id = idOf(row, table.primaryId);
  if (navigation.kind === 'many') {
    const column = target.columns.get(navigation.column);
    for (const it of targetRows.where(navigation.column, id)) {
      session.allowance.take();
      if (column === undefined || lookupTarget(column, it) === table.logicalName) yield it;
    }
    return;
  }
  for (const join of session.environment.rows(requireTable(navigation.through)).where(navigation.near, id)) {
    session.allowance.take();
    const found = targetRows.get(textOf(join, navigation.far) ?? '');
    if (found !== null) yield found;
  }
}
