import type { Table } from './table.ts';
import { type Json, numberOf, type Row, textOf } from './value.ts';

/** A currency: the id of its row, and how many of it one of the base currency is worth. */
export type Currency = { readonly id: string; readonly rate: number };

/** Which columns of a table follow from others. */
type Following = { readonly addresses: readonly string[]; readonly amounts: readonly string[] };

const known = new WeakMap<Table, Following>();

function followingIn(table: Table): Following {
  const before = known.get(table);
  if (before !== undefined) return before;
  const names = [...table.columns.keys()];
  const made: Following = {
    addresses: names.filter((it) => it.endsWith('_composite')).map((it) => it.slice(0, -'_composite'.length)),
    amounts: table.columns.has('transactioncurrencyid')
      ? names.filter((it) => table.columns.get(it)?.type === 'money' && table.columns.has(`${it}_base`))
      : [],
  };
  known.set(table, made);
  return made;
}

/** An address as it is written on a letter: the order of the United States (Learn: FormatAddress Function, example). */
export function addressLines(
  lines: readonly (string | null)[],
  city: string | null,
  region: string | null,
  code: string | null,
  country: string | null,
): string {
  const place = [city ?? '', `${region ?? ''} ${code ?? ''}`.trim()].filter((it) => it !== '').join(', ');
  return [...lines, place, country].filter((it) => it !== null && it !== '').join('\r\n');
}

function wholeAddress(row: Row, prefix: string): Json {
  const part = (name: string): string | null => textOf(row, `${prefix}_${name}`);
  const text = addressLines(
    [part('line1'), part('line2'), part('line3')],
    part('city'),
    part('stateorprovince'),
    part('postalcode'),
    part('country'),
  );
  return text === '' ? null : text;
}

const rounded = (amount: number): number => Math.round(amount * 100) / 100;

/**
 * What the service fills in by itself: whole addresses; where there is an amount, its currency with the rate, and the amount in the base
 * currency (Learn: "Column data types in Microsoft Dataverse", currency; account table reference, `address1_composite`, `revenue_base`).
 */
export function followingValues(
  table: Table,
  row: Row,
  currencyOf: (id: string | null) => Currency | null,
): Row {
  const { addresses, amounts } = followingIn(table);
  const found: Record<string, Json> = {};
  for (const prefix of addresses) {
    const text = wholeAddress(row, prefix);
    const column = `${prefix}_composite`;
    if (text !== null || row[column] != null) found[column] = text;
  }
  const set = amounts.filter((it) => row[it] != null || row[`${it}_base`] != null);
  if (set.length === 0) return found;
  const currency = currencyOf(textOf(row, 'transactioncurrencyid'));
  if (currency === null) return found;
  found['transactioncurrencyid'] = currency.id;
  found['exchangerate'] = currency.rate;
  for (const name of set) {
    const amount = numberOf(row, name);
    found[`${name}_base`] = amount === null ? null : rounded(amount / currency.rate);
  }
  return found;
}
