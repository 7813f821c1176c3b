import type { Document, LineCounter, YAMLError } from 'yaml';
import { isAlias, isMap, isNode, isScalar, visit } from 'yaml';
import type { BaselineFault, BaselineFaultKind } from '../../../preload/contract/words/baseline.ts';

/** Makes a fault of a place in the text. */
export type FaultAt = (
  kind: BaselineFaultKind,
  offset: number,
  params?: BaselineFault['params'],
) => BaselineFault;

/** Faults at the line and column of an offset. */
export const faultsOf =
  (lines: LineCounter): FaultAt =>
  (kind, offset, params = {}) => {
    const { line, col } = lines.linePos(offset);
    return { kind, line: Math.max(1, line), column: Math.max(1, col), params };
  };

const kindOf = ({ code }: YAMLError): BaselineFaultKind => {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'several-documents';
    case 'TAB_AS_INDENT':
      return 'tab-indent';
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return 'alias';
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return 'tag';
    default:
      return 'not-yaml';
  }
};

/** What the parser itself found wrong, in its own words where no other say it better. */
export const syntaxFaults = (errors: readonly YAMLError[], at: FaultAt): readonly BaselineFault[] =>
  errors.map((error) => at(kindOf(error), error.pos[0], { problem: error.message.slice(0, 200) }));

/**
 * What YAML allows and a baseline does not: anchors and aliases (the way to make a small text a huge document), tags, keys that
 * are no plain text, and a field that stands twice.
 */
export const strictFaults = (document: Document.Parsed, at: FaultAt): readonly BaselineFault[] => {
  const faults: BaselineFault[] = [];
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) faults.push(at('alias', offset));
      if (node.tag !== undefined) faults.push(at('tag', offset));
    },
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const offset = (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0;
        const value: unknown = isScalar(key) ? key.value : null;
        const name = typeof value === 'string' ? value : '';
        if (typeof value !== 'string' || name === '__proto__') {
          faults.push(at('key', offset, { field: name }));
        } else if (seen.has(name)) {
          faults.push(at('duplicate-field', offset, { field: name }));
        }
        seen.add(name);
      }
    },
  });
  return faults;
};

const keyOffset = (node: unknown, field: string | null): number | null => {
  if (field === null || !isMap(node)) return null;
  const key = node.items.map((item): unknown => item.key).find((one) => isScalar(one) && one.value === field);
  return isScalar(key) ? (key.range?.[0] ?? null) : null;
};

/** The offset of what stands at a path of the document, or of the nearest thing around it; with `field`, of that field's name in it. */
export const offsetOf = (
  document: Document.Parsed,
  path: readonly (string | number)[],
  field: string | null = null,
): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return (length === path.length ? keyOffset(node, field) : null) ?? node.range?.[0] ?? 0;
  }
  const { contents } = document;
  return (path.length === 0 ? keyOffset(contents, field) : null) ?? contents?.range[0] ?? 0;
};
