import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './schemas.ts';
import { START_ANEW, VAULT_STATES } from './words/status.ts';

const vaultStatus = z.strictObject({
  state: z.enum(VAULT_STATES),
  /** `session` although `available`: the keychain works and is not the one in which our secrets are. */
  keeps: z.enum(['keychain', 'session']),
  /** What the keychain itself said, when it refused. */
  detail: z.string().nullable(),
});

/** Where secrets are kept: the keychain when it is available, otherwise this session's memory. Asks the person nothing. */
export const status = call({ name: 'vault.status', input: nothing, output: vaultStatus });

/** As `vault.status`, but the system may ask the person to unlock the keychain. */
export const unlock = call({ name: 'vault.unlock', input: nothing, output: vaultStatus });

/**
 * Begins an empty vault where the keychain is another one or our entry in it is damaged (`available`, keeps `session`); every
 * secret has to be entered again. The old sealed files are set aside, not deleted.
 */
export const startAnew = call({
  name: 'vault.startAnew',
  /** Typed by the person. */
  input: z.strictObject({ confirmation: z.literal(START_ANEW) }),
  output: vaultStatus,
});
