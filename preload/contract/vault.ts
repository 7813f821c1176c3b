import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './schemas.ts';
import { VAULT_STATES } from './words/status.ts';

/** Where secrets are kept: the keychain when it is available, otherwise this session's memory. */
export const status = call({
  name: 'vault.status',
  input: nothing,
  output: z.strictObject({
    state: z.enum(VAULT_STATES),
    keeps: z.enum(['keychain', 'session']),
    /** What the keychain itself said, when it refused. */
    detail: z.string().nullable(),
  }),
});
