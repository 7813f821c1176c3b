import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Failed } from '../../preload/contract/words/errors.ts';
import { beginAnew } from './begin-anew.ts';
import { keepWaiting } from './keep-waiting.ts';
import type { SessionValues } from './keep-waiting.ts';
import { keptValues } from './kept-values.ts';
import type { KeptValue, KeptValues } from './kept-values.ts';
import { checkStore } from './look-into.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openStore } from './open-store.ts';
import type { Store, StorePlaces } from './open-store.ts';
import { STORE_KEY_ACCOUNT } from './store-key.ts';
import type { Vault, VaultInspection, VaultStatus } from './vault.ts';

type Shut = Extract<Store, { readonly kind: 'shut' }>;

const mayHold = ({ references }: Shut, reference: string): boolean =>
  references === null || references.includes(reference);

/** A lock is opened and a session bus started; another keychain, or none at all, stays as it is. */
const comesBack = ({ state }: Shut): boolean => state === 'locked' || state === 'no-service';

const refused = ({ state }: Shut, reference: string): Failed => {
  switch (state) {
    case 'locked':
      return failed('vault-locked', {}, { retryable: true });
    case 'no-service':
      return failed('vault-no-service');
    case 'unsupported':
      return failed('vault-unsupported');
    case 'available':
      return failed('vault-unreadable', { what: reference });
  }
};

/**
 * Builds the vault; the keychain is first touched at the first use. While it is shut, values live in this session's memory and nothing
 * that is kept is overwritten. It opens by itself as soon as our entry in the keychain can be read, and then keeps what waited.
 */
export const createVault = (places: StorePlaces): Vault & VaultInspection => {
  const { keychain, files } = places;
  const memory: SessionValues = { values: new Map(), waiting: new Set() };
  const { values: session, waiting } = memory;
  const inTurn = oneAtATime();
  const listeners: (() => void)[] = [];
  let known: Store | null = null;

  const remember = async (reference: string, kept: boolean): Promise<void> => {
    const record = await files.record.read();
    if (typeof record !== 'object' || record.references.includes(reference) === kept) return;
    const others = record.references.filter((one) => one !== reference);
    await files.record.write({ ...record, references: kept ? [...others, reference] : others });
  };

  const reopen = async (mayAsk = false): Promise<Store> => {
    const wasShut = known?.kind === 'shut';
    const store = await openStore(places, { mayAsk });
    known = store;
    if (!wasShut || store.kind === 'shut') return store;
    await keepWaiting(memory, keptValues(places, store.storeKey), remember);
    for (const listener of listeners) listener();
    return store;
  };

  const statusOf = (store: Store): VaultStatus =>
    store.kind === 'open'
      ? { state: 'available', keeps: 'keychain', detail: null }
      : { state: store.state, keeps: 'session', detail: store.detail };

  /** Reads only: a write to a keychain that cannot tell that it is locked could make the system ask the person. */
  const canaryIsThere = async (): Promise<boolean> => {
    try {
      return (await keychain.get(STORE_KEY_ACCOUNT)) !== null;
    } catch {
      return false;
    }
  };
  const current = async (): Promise<Store> =>
    known === null || (known.kind === 'shut' && !(await keychain.isLocked()) && (await canaryIsThere()))
      ? reopen()
      : known;

  /** Does something in the open store; when the keychain or the disk refuses, says what the store is now. */
  const attempt = async <Value>(
    store: Store,
    task: (values: KeptValues) => Promise<Value>,
  ): Promise<
    { readonly done: true; readonly value: Value } | { readonly done: false; readonly shut: Shut }
  > => {
    if (store.kind === 'shut') return { done: false, shut: store };
    try {
      return { done: true, value: await task(keptValues(places, store.storeKey)) };
    } catch {
      const now = await reopen();
      const shut: Shut = { kind: 'shut', state: 'available', detail: null, references: null };
      return { done: false, shut: now.kind === 'shut' ? now : shut };
    }
  };

  const look = async (reference: string): Promise<KeptValue | Shut> => {
    const read = await attempt(await current(), (values) => values.read(reference));
    if (!read.done) return read.shut;
    if (read.value.kind !== 'absent' || (await canaryIsThere())) return read.value;
    // Not even our own entry can be read any more: it was locked under way.
    const store = await reopen();
    return store.kind === 'shut' ? store : read.value;
  };

  return {
    whenOpened: (listener) => void listeners.push(listener),

    status: () => inTurn(async () => statusOf(await reopen())),

    unlock: () => inTurn(async () => statusOf(await reopen(true))),

    canLock: keychain.lock !== null,

    lock: () =>
      inTurn(async () => {
        await keychain.lock?.();
        // Opening it again finds it shut, and the key that was known goes.
        const store = await reopen();
        return store.kind === 'open' ? failed('vault-not-locked') : ok(statusOf(store));
      }),

    startAnew: () =>
      inTurn(async () => {
        const store = await reopen();
        if (store.kind === 'open')
          return failed('not-available-here', { what: 'a new start of a vault that works' });
        if (store.state !== 'available') return refused(store, 'data-key');
        const setAside = await beginAnew(places, store.references ?? []);
        const now = await reopen();
        return now.kind === 'open' ? ok({ setAside }) : refused(now, 'data-key');
      }),

    put: (reference, value, options) =>
      inTurn(async () => {
        const written =
          options?.session === true
            ? null
            : await attempt(await current(), async (values) => {
                await values.write(reference, value);
                await remember(reference, true);
              });
        waiting.delete(reference);
        if (written?.done === true) {
          session.delete(reference);
          return ok('keychain');
        }
        session.set(reference, value);
        if (written !== null) waiting.add(reference);
        return ok('session');
      }),

    get: (reference) =>
      inTurn(async () => {
        const inSession = session.get(reference);
        if (inSession !== undefined) return ok(inSession);
        const found = await look(reference);
        if (found.kind === 'value') return ok(found.value);
        if (found.kind === 'unreadable') return failed('vault-unreadable', { what: reference });
        return found.kind === 'shut' && mayHold(found, reference)
          ? refused(found, reference)
          : failed('secret-missing', { credential: reference });
      }),

    remove: (reference) =>
      inTurn(async () => {
        session.delete(reference);
        waiting.delete(reference);
        const removed = await attempt(await current(), (values) => values.remove(reference));
        if (!removed.done) {
          if (mayHold(removed.shut, reference) && comesBack(removed.shut))
            return refused(removed.shut, reference);
          await files.keepOnly(reference, null);
        }
        await remember(reference, false);
        return ok(null);
      }),

    look: (reference) =>
      inTurn(async () => {
        if (session.has(reference)) return { place: 'session' };
        const found = await look(reference);
        switch (found.kind) {
          case 'value':
            return { place: found.place };
          case 'absent':
            return { place: 'absent' };
          case 'unreadable':
            return { place: 'unreadable', problem: found.problem, file: found.file };
          case 'shut':
            return { place: mayHold(found, reference) ? 'unknown' : 'absent' };
        }
      }),

    references: () =>
      inTurn(async () => {
        const record = await files.record.read();
        if (record === 'damaged') return null;
        return [...new Set([...(record === 'absent' ? [] : record.references), ...session.keys()])];
      }),

    check: () =>
      inTurn(async () => {
        const store = await reopen();
        const checked = await attempt(store, checkStore);
        if (checked.done) return checked.value;
        const detail = checked.shut.detail ?? 'The keychain refused to keep a value.';
        return { works: false, detail };
      }),

    setValueAside: (reference) =>
      inTurn(async () => {
        const found = session.has(reference) ? null : await look(reference);
        return found?.kind === 'unreadable' ? files.setFilesAside(reference) : [];
      }),

    asideFolders: files.asideFolders,

    kept: (reference) =>
      inTurn(async () => {
        if (session.has(reference)) return 'session';
        const found = await look(reference);
        const kept =
          found.kind === 'shut'
            ? comesBack(found) && found.references?.includes(reference) === true
            : found.kind === 'value';
        return kept ? 'keychain' : 'missing';
      }),
  };
};
