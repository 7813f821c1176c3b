import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import * as contract from '../../preload/contract/vault.ts';
import type { Vault } from './vault.ts';

/** Answers `vault.*`. */
export const vaultHandlers = (vault: Vault) => ({
  'vault.status': implement(contract.status, async () => ok(await vault.status())),
});
