import type { Result } from '../../preload/contract/words/errors.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import { allowLink } from './allow-link.ts';
import type { CloudRow } from './cloud-row.ts';
import { BUILT_IN_CLOUD_ROWS } from './cloud-table.ts';
import { understandUrl } from './understand-url.ts';
import type { UnderstoodUrl } from './understand-url.ts';

/** The clouds of this console and what is read by them. */
export type Clouds = {
  readonly all: () => readonly CloudRow[];
  readonly find: (id: CloudId) => CloudRow | null;
  readonly understand: (text: string) => Result<UnderstoodUrl>;
  readonly allowLink: (link: string) => Result<string>;
};

/**
 * The clouds that ship with the console, and custom rows; a custom row with the id of a built-in cloud replaces it.
 * `demoOrigins` are the origins at which a demo cloud listens, none when there is none.
 */
export const createClouds = (options: {
  readonly custom: readonly CloudRow[];
  readonly demoOrigins: readonly string[];
}): Clouds => {
  const custom = new Set(options.custom.map(({ id }) => id));
  const rows = [...BUILT_IN_CLOUD_ROWS.filter(({ id }) => !custom.has(id)), ...options.custom];
  return {
    all: () => rows,
    find: (id) => rows.find((row) => row.id === id) ?? null,
    understand: (text) => understandUrl(text, rows),
    allowLink: (link) => allowLink(link, rows, options.demoOrigins),
  };
};
