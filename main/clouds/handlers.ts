import * as contract from '../../preload/contract/clouds.ts';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { CloudRow } from './cloud-row.ts';
import type { Clouds } from './clouds.ts';

const shown = (row: CloudRow): Cloud => ({ ...row, environmentSuffixes: [...row.environmentSuffixes] });

/** Answers `clouds.*`. */
export const cloudsHandlers = ({ clouds }: { readonly clouds: Clouds }) => ({
  'clouds.list': implement(contract.list, async () => ok({ clouds: clouds.all().map(shown) })),
  'clouds.save': implement(contract.save, async ({ id, ...draft }) => {
    const saved = clouds.save(id, draft);
    return saved.ok ? ok(shown(saved.value)) : saved;
  }),
  'clouds.remove': implement(contract.remove, async ({ id }) => {
    const removed = clouds.remove(id);
    return removed.ok ? ok({}) : removed;
  }),
  'clouds.understand': implement(contract.understand, async ({ text }) => clouds.understand(text)),
});
