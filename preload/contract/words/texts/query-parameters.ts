import type { ValueProblem } from '../queries/parameters/encode-value.ts';
import type { FillProblem } from '../queries/parameters/fill-query.ts';
import type { ParameterType } from '../queries/parameters/parameter.ts';

/** Words of the parameters of a query. */
export const PARAMETER_TEXTS = {
  label: 'Parameters',
  types: {
    text: 'Text',
    number: 'Number',
    date: 'Date',
    guid: 'ID',
    boolean: 'Yes or no',
    choice: 'Choice',
  },
  typeOf: (name: string) => `Type of ${name}`,
  examples: {
    text: '',
    number: '0.5',
    date: '2026-01-31 or 2026-01-31T09:00Z',
    guid: '00000000-0000-0000-0000-000000000000',
    boolean: '',
    choice: '0',
  },
  yes: 'Yes',
  no: 'No',
  choose: 'Choose',
  secret: 'This looks like a secret. It is used for the run and not remembered.',
} as const;

const WHY: Readonly<Record<FillProblem['problem'], string>> = {
  missing: 'has no value',
  'not-of-type': 'has a value that is not of its type',
  'control-character': 'has a character that no query may have',
  misplaced: 'stands where no value can stand',
  'no-whole-number': 'needs a whole number from 0',
};

/** What keeps a parameter from being filled in, as the end of a sentence without its full stop. */
export const fillProblemText = ({ problem, written }: FillProblem): string => `${written} ${WHY[problem]}`;

const FORM: Readonly<Record<ParameterType, string>> = {
  text: 'A text.',
  number: 'A number such as 12 or 0.5.',
  date: 'A date such as 2026-01-31 or 2026-01-31T09:00Z.',
  guid: 'An ID of 32 hexadecimal digits.',
  boolean: 'Yes or no.',
  choice: 'The number of a choice.',
};

/** What a value has to look like that cannot be used. */
export const parameterHint = (problem: ValueProblem, type: ParameterType): string =>
  problem === 'control-character' ? 'A value has no line breaks or control characters.' : FORM[type];
