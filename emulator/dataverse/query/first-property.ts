import type { Expression } from '../odata/syntax-tree.ts';

const firstOf = (expressions: readonly Expression[]): string | null => {
  for (const it of expressions) {
    const found = firstProperty(it);
    if (found !== null) return found;
  }
  return null;
};

/** The property that a filter names first; null for one that names none. */
export function firstProperty(expression: Expression): string | null {
  switch (expression.kind) {
    case 'path':
      return expression.segments[0] ?? null;
    case 'lambda':
      return expression.path[0] ?? null;
    case 'and':
    case 'or':
    case 'compare':
      return firstOf([expression.left, expression.right]);
    case 'not':
    case 'in':
      return firstProperty(expression.operand);
    case 'call':
      return firstOf(expression.args);
    case 'query':
    case 'alias':
    case 'null':
    case 'string':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'datetime':
    case 'date':
    case 'enum':
    case 'list':
      return null;
  }
}
