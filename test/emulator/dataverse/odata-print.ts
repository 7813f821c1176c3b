import type { Expression, Literal } from '../../../emulator/dataverse/odata/syntax-tree.ts';

const printLiteral = (literal: Literal): string => {
  switch (literal.kind) {
    case 'null':
      return 'null';
    case 'string':
      return `'${literal.value.replaceAll("'", "''")}'`;
    case 'enum':
      return `${literal.type}'${literal.value.replaceAll("'", "''")}'`;
    case 'list':
      return `[${literal.items.map((it) => (it.kind === 'string' ? JSON.stringify(it.value) : printLiteral(it))).join(',')}]`;
    default:
      return String(literal.value);
  }
};

/** Writes an expression as text that means the same, with parentheses around every operator. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'path':
      return expression.segments.join('/');
    case 'alias':
      return expression.name;
    case 'compare':
      return `(${print(expression.left)} ${expression.op} ${print(expression.right)})`;
    case 'in':
      return `(${print(expression.operand)} in (${expression.values.map(print).join(',')}))`;
    case 'and':
    case 'or':
      return `(${print(expression.left)} ${expression.kind} ${print(expression.right)})`;
    case 'not':
      return `not ${print(expression.operand)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(',')})`;
    case 'query':
      return `${expression.of.map((it) => `${it}/`).join('')}Microsoft.Dynamics.CRM.${expression.name}(${expression.args.map((it) => `${it.name}=${print(it.value)}`).join(',')})`;
    case 'lambda':
      return expression.body === null
        ? `${expression.path.join('/')}/any()`
        : `${expression.path.join('/')}/${expression.op}(${expression.variable ?? ''}:${print(expression.body)})`;
    default:
      return printLiteral(expression);
  }
}
