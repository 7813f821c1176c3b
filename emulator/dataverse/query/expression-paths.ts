import type { Expression } from '../odata/syntax-tree.ts';

/** The properties that an expression speaks of, as paths; a lambda counts as the path of its collection. */
export function pathsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'path':
      return [expression.segments.join('/')];
    case 'and':
    case 'or':
    case 'compare':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
    case 'not':
    case 'in':
      return pathsIn(expression.operand);
    case 'call':
      return expression.args.flatMap(pathsIn);
    case 'query':
      return expression.args.flatMap(({ name, value }) =>
        name === 'PropertyName' && value.kind === 'string' ? [[...expression.of, value.value].join('/')] : [],
      );
    case 'lambda':
      return [expression.path.join('/')];
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
      return [];
  }
}
