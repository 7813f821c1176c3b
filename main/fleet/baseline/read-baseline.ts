import { LineCounter, parseDocument } from 'yaml';
import { LONGEST_BASELINE } from '../../../preload/contract/words/baseline.ts';
import type { BaselineFault } from '../../../preload/contract/words/baseline.ts';
import { baselineSchema } from './document-schema.ts';
import type { BaselineDocument } from './document-schema.ts';
import type { Expectation } from './expectation.ts';
import { schemaFaults } from './schema-faults.ts';
import type { FaultByPath } from './schema-faults.ts';
import { toExpectations } from './to-expectations.ts';
import { faultsOf, offsetOf, strictFaults, syntaxFaults } from './yaml-faults.ts';
import { guardYaml } from './yaml-guard.ts';

/** More faults than these help nobody. */
const MOST_FAULTS = 100;

/** A baseline that can be used, or everything that keeps it from being one, by place in the text. */
export type ReadBaseline =
  | {
      readonly ok: true;
      readonly document: BaselineDocument;
      /** Sorted by environment, then app. */
      readonly expectations: readonly Expectation[];
    }
  | { readonly ok: false; readonly faults: readonly BaselineFault[] };

const inOrder = (a: Expectation, b: Expectation): number =>
  a.url === b.url ? (a.clientId < b.clientId ? -1 : 1) : a.url < b.url ? -1 : 1;

const byPlace = (a: BaselineFault, b: BaselineFault): number => a.line - b.line || a.column - b.column;

/**
 * Reads a baseline from YAML 1.2 or JSON text. Never throws, loses nothing: what it does not know is a fault. Aliases, tags,
 * fields that stand twice and texts made to keep a parser busy are refused.
 */
export const readBaseline = (text: string): ReadBaseline => {
  const refuse = (faults: readonly BaselineFault[]): ReadBaseline => ({
    ok: false,
    faults: faults.toSorted(byPlace).slice(0, MOST_FAULTS),
  });
  if (text.length > LONGEST_BASELINE)
    return refuse([{ kind: 'too-large', line: 1, column: 1, params: { most: LONGEST_BASELINE / 1024 } }]);

  const lines = new LineCounter();
  const at = faultsOf(lines);
  const guard = guardYaml(text);
  if (guard !== null) {
    lines.addNewLine(0);
    for (const { index } of text.slice(0, guard.offset).matchAll(/\n/g)) lines.addNewLine(index + 1);
    return refuse([at(guard.kind, guard.offset, { most: LONGEST_BASELINE / 1024 })]);
  }

  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    // Looked for with the other strict rules: the parser compares each key with all before it.
    uniqueKeys: false,
  });
  const syntax = [...syntaxFaults([...parsed.errors, ...parsed.warnings], at), ...strictFaults(parsed, at)];
  if (syntax.length > 0) return refuse(syntax);

  const plain: unknown = parsed.toJS({ maxAliasCount: 0 });
  const place = ({ kind, path, field, params }: FaultByPath): BaselineFault =>
    at(kind, offsetOf(parsed, path, field), params);
  const decoded = baselineSchema.safeParse(plain);
  if (!decoded.success) return refuse(schemaFaults(decoded.error.issues, plain).map(place));

  const { expectations, faults } = toExpectations(decoded.data);
  if (faults.length > 0) return refuse(faults.map(place));
  return { ok: true, document: decoded.data, expectations: expectations.toSorted(inOrder) };
};
