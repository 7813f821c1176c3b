import type { FindingKind } from '../../../../preload/contract/words/finding.ts';
import { ENTRA_LIST } from './entra-list.ts';

/** One code of Entra; the name is empty where the list gives the code words only. */
export type EntraEntry = { readonly number: string; readonly name: string; readonly kind: FindingKind };

const KINDS = ['sign-in', 'policy', 'throttle', 'service'] as const;

const build = (): ReadonlyMap<string, EntraEntry> =>
  new Map(
    KINDS.flatMap((kind) =>
      ENTRA_LIST[kind]
        .split('\n')
        .filter((line) => line !== '')
        .map((line): [string, EntraEntry] => {
          const [number = '', name = ''] = line.split(' ');
          return [number, { number, name, kind }];
        }),
    ),
  );

let built: ReadonlyMap<string, EntraEntry> | null = null;
const catalogue = (): ReadonlyMap<string, EntraEntry> => (built ??= build());

/** Every code of the catalogue. */
export const entraEntries = (): readonly EntraEntry[] => [...catalogue().values()];

/** What is known of an AADSTS number; null for one that stands nowhere. */
export const entraCode = (number: string): EntraEntry | null => catalogue().get(number) ?? null;
