import { implement } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Failed } from '../../preload/contract/words/errors.ts';
import * as contract from '../../preload/contract/vault.ts';
import type { VaultHealth } from '../../preload/contract/vault.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import { LONGEST_ENTRY } from './kept-values.ts';
import { leftOver, listItems } from './vault-index.ts';
import type { VaultIndex } from './vault-index.ts';
import type { Vault, VaultInspection } from './vault.ts';

/** What `vault.*` is answered with. */
export type VaultPorts = {
  readonly vault: Vault & VaultInspection;
  readonly recordActivity: RecordActivity;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** The program that answers as the Secret Service; null when nobody can tell. */
  readonly serviceName: () => Promise<string | null>;
  /** What the rooms keep in the vault at this moment. */
  readonly index: () => VaultIndex;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

const BACKENDS = {
  windows: 'credential-manager',
  macos: 'macos-keychain',
  linux: 'secret-service',
} as const satisfies Readonly<Record<VaultPorts['platform'], VaultHealth['backend']>>;

/** Answers `vault.*`. */
export const vaultHandlers = ({ vault, recordActivity, platform, serviceName, index, now }: VaultPorts) => {
  let lastCheck: VaultHealth['lastCheck'] = null;

  return {
    'vault.status': implement(contract.status, async () => ok(await vault.status())),

    'vault.unlock': implement(contract.unlock, async () => ok(await vault.unlock())),

    'vault.lock': implement(contract.lock, () => vault.lock()),

    'vault.health': implement(contract.health, async (_input, signal) => {
      const status = await vault.status();
      const { items, complete } = await listItems(vault, index(), signal);
      if (signal.aborted) return failed('cancelled');
      return ok({
        status,
        canLock: vault.canLock,
        backend: BACKENDS[platform],
        service: platform === 'linux' ? await serviceName() : null,
        items: [...items],
        complete,
        setAside: [...(await vault.asideFolders())],
        entryBytes: LONGEST_ENTRY,
        lastCheck,
      });
    }),

    'vault.removeLeftOver': implement(contract.removeLeftOver, async (_input, signal) => {
      // Deleting from a locked keychain would make the system ask the person for its password.
      if ((await vault.status()).state === 'locked') return failed('vault-locked', {}, { retryable: true });
      let removed = 0;
      let refused: Failed | null = null;
      for (const reference of leftOver(await vault.references(), index())) {
        if (signal.aborted) break;
        const gone = await vault.remove(reference);
        if (gone.ok) removed += 1;
        else refused ??= gone;
      }
      if (removed > 0)
        await recordActivity({
          workspaceId: null,
          kind: 'vault-left-over-removed',
          environment: '',
          summary: `Deleted ${removed} left-over values from the vault`,
          outcome: refused === null ? 'ok' : 'partial',
          requestId: '',
        });
      return refused ?? (signal.aborted ? failed('cancelled') : ok({ removed }));
    }),

    'vault.check': implement(contract.check, async () => {
      const began = now();
      const checked = await vault.check();
      lastCheck = { ...checked, at: new Date(began).toISOString(), milliseconds: Math.max(0, now() - began) };
      return ok(lastCheck);
    }),

    'vault.startAnew': implement(contract.startAnew, async () => {
      const begun = await vault.startAnew();
      if (!begun.ok) return begun;
      const { setAside } = begun.value;
      const old =
        setAside === null ? 'there were no sealed files' : `the old sealed files are in ${setAside}`;
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
  };
};
