import { type Answer, type Body, errorOf, type Lab, person, rowsOf } from '../rig.ts';

/** Every annotation, so that answers tell all that they know. */
export const annotated = { prefer: 'odata.include-annotations="*"' };

/** Asks a lab as its administrator with a FetchXML text. */
export const ask = (lab: Lab, xml: string, set = 'accounts', more = ''): Answer =>
  lab.get(person('admin'), `/${set}?fetchXml=${encodeURIComponent(xml)}${more}`, annotated);

/** Rows of a document that has to be accepted; what is wrong with it becomes the failure. */
export function rowsFor(lab: Lab, xml: string, set?: string): readonly Body[] {
  const answer = ask(lab, xml, set);
  if (answer.status !== 200) throw new Error(`${xml}: ${JSON.stringify(errorOf(answer))}`);
  return rowsOf(answer);
}

/** A query for ids of accounts with something in its entity. */
export const accounts = (inside: string): string =>
  `<fetch><entity name="account"><attribute name="accountid"/>${inside}</entity></fetch>`;

/** A filter with one condition. */
export const where = (attribute: string, operator: string, value?: string, inner = ''): string =>
  `<filter><condition attribute="${attribute}" operator="${operator}"${value === undefined ? '' : ` value="${value}"`}>${inner}</condition></filter>`;

/** Several values of a condition. */
export const values = (...all: readonly (string | number)[]): string =>
  all.map((it) => `<value>${it}</value>`).join('');

/** The ids of rows, sorted. */
export const idsOf = (rows: readonly Body[], id = 'accountid'): readonly string[] =>
  rows.map((row) => String(row[id])).toSorted();

/** Every row of a set with all of its columns, as OData reads them: what the tests reckon with by themselves. */
export const allRows = (lab: Lab, set: string): readonly Body[] =>
  rowsOf(lab.get(person('admin'), `/${set}`));
