import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../../vault/vault.ts';
import type { ChainHead } from './chain.ts';
import { GENESIS, journalKey } from './journal-line.ts';
import type { JournalKey } from './journal-line.ts';

const KEY = 'journal-key';
const HEAD = 'journal-head';

const headSchema = z.strictObject({ seq: z.int().nonnegative(), mac: z.string().regex(/^[0-9a-f]{64}$/) });

/** The journal's part of the keychain: its key and its anchored head. */
export type JournalVault = {
  readonly key: JournalKey;
  /** Null when the keychain cannot tell right now. */
  readonly anchor: () => Promise<ChainHead | null>;
  /** False when the keychain did not take it; the older anchor still holds for what stood before. */
  readonly setAnchor: (head: ChainHead) => Promise<boolean>;
};

const readKey = async (vault: Vault): Promise<Buffer | null> => {
  const stored = await vault.get(KEY);
  if (stored.ok) return Buffer.from(stored.value, 'base64');
  // Locked or unreadable is not missing: a new key would make every earlier line look forged.
  if (stored.error.code !== 'secret-missing') return null;
  const made = randomBytes(32);
  const put = await vault.put(KEY, made.toString('base64'));
  if (!put.ok || put.value !== 'keychain') return null;
  await vault.put(HEAD, JSON.stringify({ seq: 0, mac: GENESIS }));
  return made;
};

/** Finds or makes the journal's key; null when there is no keychain that keeps it, so that nothing is evident. */
export const openJournalVault = async (vault: Vault): Promise<JournalVault | null> => {
  if ((await vault.status()).keeps !== 'keychain') return null;
  const bytes = await readKey(vault);
  if (bytes === null || bytes.length !== 32) return null;
  return {
    key: journalKey(bytes),
    anchor: async () => {
      const stored = await vault.get(HEAD);
      if (!stored.ok) return null;
      try {
        const head = headSchema.safeParse(JSON.parse(stored.value));
        return head.success ? head.data : null;
      } catch {
        return null;
      }
    },
    setAnchor: async (head) => {
      const put = await vault.put(HEAD, JSON.stringify(head));
      return put.ok && put.value === 'keychain';
    },
  };
};
