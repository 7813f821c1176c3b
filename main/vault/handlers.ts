import { implement } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import * as contract from '../../preload/contract/vault.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { Vault } from './vault.ts';

/** What `vault.*` is answered with. */
export type VaultPorts = { readonly vault: Vault; readonly recordActivity: RecordActivity };

/** Answers `vault.*`. */
export const vaultHandlers = ({ vault, recordActivity }: VaultPorts) => ({
  'vault.status': implement(contract.status, async () => ok(await vault.status())),

  'vault.unlock': implement(contract.unlock, async () => ok(await vault.unlock())),

  'vault.startAnew': implement(contract.startAnew, async () => {
    const begun = await vault.startAnew();
    if (!begun.ok) return begun;
    const { setAside } = begun.value;
    const old = setAside === null ? 'there were no sealed files' : `the old sealed files are in ${setAside}`;
    await recordActivity({
      workspaceId: null,
      kind: 'vault-started-anew',
      environment: '',
      summary: `Started the vault anew; ${old}`,
      outcome: 'ok',
      requestId: '',
    });
    return ok(await vault.status());
  }),
});
