import { parseOData } from '../odata/parse-odata.ts';
import type { QueryOption } from '../odata/syntax.ts';
import type { QuerySchema } from '../tables.ts';
import { valuesOfOData } from './odata-context.ts';
import type { ODataValue } from './odata-context.ts';
import { PLACEHOLDER, typeOfColumn } from './parameter.ts';
import type { ParameterPlace } from './parameter.ts';

/** Placeholders written over with what the parser reads, character for character, so that every place stays where it is. */
export type MaskedOData = {
  readonly text: string;
  readonly placeholders: readonly {
    readonly name: string;
    readonly written: string;
    /** The alias that stands for it; null after `$top=`, where a number does. */
    readonly alias: string | null;
    readonly from: number;
    readonly to: number;
  }[];
};

/** What an alias begins with that stands for a placeholder. */
const STANDS_FOR = '___';

/** Whether a text of a masked query has a placeholder in it, and so no value yet. */
export const holdsPlaceholder = (text: string): boolean => text.includes(`@${STANDS_FOR}`);

/** The placeholder of an alias that has no value of its own. */
export const placeholderOf = (alias: string): string =>
  `{{${alias.startsWith(STANDS_FOR) ? alias.slice(STANDS_FOR.length) : alias}}}`;

const COMMENT = /^[ \t]*\/\/[^\n]*/gm;

/** Puts an alias of the same length for each `{{name}}`, a number after `$top=`. Comments are left alone. */
export const maskOData = (text: string): MaskedOData => {
  const comments = [...text.matchAll(COMMENT)].map(({ 0: whole, index }) => [index, index + whole.length]);
  const placeholders: MaskedOData['placeholders'][number][] = [];
  const masked = text.replaceAll(PLACEHOLDER, (written: string, name: string, from: number) => {
    if (comments.some(([begin = 0, end = 0]) => from >= begin && from < end)) return written;
    const top = /\$top=\s*$/.test(text.slice(Math.max(0, from - 40), from));
    const alias = `${STANDS_FOR}${name}`;
    placeholders.push({ name, written, alias: top ? null : alias, from, to: from + written.length });
    return top ? '1'.padEnd(written.length) : `@${alias}`;
  });
  return { text: masked, placeholders };
};

/** Puts placeholders back into what became of a masked text. */
export const unmask = (text: string, { placeholders }: Pick<MaskedOData, 'placeholders'>): string =>
  placeholders
    // `{{part2}}` before `{{part}}`, whose alias begins the same.
    .toSorted((one, other) => other.name.length - one.name.length)
    .reduce(
      (whole, { alias, written }) => (alias === null ? whole : whole.replaceAll(`@${alias}`, written)),
      text,
    );

/** A placeholder whose alias and the text after it read as another one's; null where there is none, as in all but made-up texts. */
export const ambiguousIn = ({
  placeholders,
  text,
}: MaskedOData): MaskedOData['placeholders'][number] | null =>
  placeholders.find(({ from, name }) =>
    placeholders.some(
      (other) =>
        other.name !== name &&
        other.name.startsWith(name) &&
        other.alias !== null &&
        text.startsWith(`@${other.alias}`, from),
    ),
  ) ?? null;

const topsOf = (options: readonly QueryOption[]): readonly QueryOption[] =>
  options.flatMap((option) =>
    option.kind === 'top'
      ? [option]
      : option.kind === 'expand'
        ? option.items.flatMap((item) => topsOf(item.options))
        : [],
  );

type Told = Pick<ParameterPlace, 'type' | 'options'>;
const UNTOLD: Told = { type: null, options: [] };
const toldBy = ({ column, type }: ODataValue): Told =>
  type === null && column !== null
    ? { type: typeOfColumn(column), options: column.options }
    : { type, options: [] };

const QUOTES: readonly (readonly [RegExp, ParameterPlace['place']])[] = [
  [/^(?:'|%27)/i, 'quoted'],
  [/^(?:"|%22)/i, 'double-quoted'],
];

/** Where an OData text asks for values: `{{name}}` where a value can stand, and every `@name` that it gives none to. */
export const odataPlaces = (text: string, schema: QuerySchema): readonly ParameterPlace[] => {
  const masked = maskOData(text);
  const { query } = parseOData(masked.text);
  const values = valuesOfOData(query, schema);
  const tops = topsOf(query.options);
  const places = masked.placeholders.map(({ alias, from, name, to, written }): ParameterPlace => {
    const about = { name, written, from, to };
    const around = values.find(({ value }) => value.from <= from && to <= value.to);
    const told = around === undefined ? UNTOLD : toldBy(around);
    if (around?.value.kind === 'alias' && around.value.from === from && around.value.to === to)
      return { ...about, ...told, place: 'literal' };
    if (around?.value.kind === 'literal' && around.value.type === 'string') {
      const { value } = around;
      const quote = QUOTES.find(([pattern]) => pattern.test(text.slice(value.from, value.from + 3)));
      // Only what fills the quotes is a value of the column; beside other text it is a part of one.
      const whole = value.text === `@${alias ?? ''}` && told.type !== null;
      if (quote !== undefined)
        return { ...about, place: quote[1], ...(whole ? told : { type: 'text', options: [] }) };
    }
    if (alias === null && tops.some((top) => top.from <= from && from < top.to))
      return { ...about, place: 'whole', type: 'number', options: [] };
    return { ...about, place: 'misplaced', type: null, options: [] };
  });
  const given = new Set(query.options.flatMap((option) => (option.kind === 'alias' ? [option.name] : [])));
  const own = new Set(masked.placeholders.map(({ from }) => from));
  const aliases = values.flatMap((one): readonly ParameterPlace[] => {
    const { expanded, value } = one;
    return value.kind !== 'alias' || own.has(value.from) || given.has(value.name)
      ? []
      : [
          {
            name: value.name,
            written: `@${value.name}`,
            place: expanded ? 'misplaced' : 'alias',
            ...toldBy(one),
            from: value.from,
            to: value.to,
          },
        ];
  });
  return [...places, ...aliases].toSorted((a, b) => a.from - b.from);
};
