import type { Expression, QueryOption, Transformation } from './syntax.ts';

/** The parts that an expression directly consists of. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'literal':
    case 'path':
    case 'alias':
      return [];
    case 'call':
      return expression.args.map(({ value }) => value);
    case 'lambda':
      return expression.body === null ? [] : [expression.body];
    case 'binary':
      return [expression.left, expression.right];
    case 'not':
    case 'minus':
      return [expression.operand];
    case 'list':
      return expression.items;
  }
};

const ofSteps = (steps: readonly Transformation[]): readonly Expression[] =>
  steps.flatMap((step) => {
    switch (step.kind) {
      case 'filter':
        return [step.by];
      case 'aggregate':
        return [];
      case 'groupby':
        return ofSteps(step.steps);
    }
  });

/** The expressions that an option holds, without those of expanded properties. */
export const expressionsOf = (option: QueryOption): readonly Expression[] => {
  switch (option.kind) {
    case 'filter':
      return [option.by];
    case 'orderby':
      return option.items.map(({ by }) => by);
    case 'alias':
      return [option.value];
    case 'apply':
      return ofSteps(option.steps);
    case 'select':
    case 'expand':
    case 'top':
    case 'count':
    case 'raw':
      return [];
  }
};
