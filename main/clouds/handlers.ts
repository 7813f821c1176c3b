import * as contract from '../../preload/contract/clouds.ts';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { CloudRow } from './cloud-row.ts';
import type { Clouds } from './clouds.ts';

const shown = (row: CloudRow): Cloud => ({
  id: row.id,
  name: row.name,
  authority: row.authority,
  graph: row.graph,
  discovery: row.discovery,
  admin: row.admin,
  environmentSuffixes: [...row.environmentSuffixes],
});

/** Answers `clouds.*`. */
export const cloudsHandlers = (ports: { readonly clouds: Clouds }) => ({
  'clouds.list': implement(contract.list, async () => ok({ clouds: ports.clouds.all().map(shown) })),
  'clouds.understand': implement(contract.understand, async ({ text }) => ports.clouds.understand(text)),
});
