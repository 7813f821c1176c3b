import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { ColumnSecurityProfile } from '../../../preload/contract/column-security.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import { failureOf } from './fake-world.ts';

type Answer = OutputOf<'securityRoles.columnAccess'>;

const stewards = { teamId: fakeId.team(1), name: 'Stewards of the north' };

const profile = (
  n: number,
  name: string,
  through: ColumnSecurityProfile['through'],
  teams: ColumnSecurityProfile['teams'],
): ColumnSecurityProfile => ({
  id: fakeId.columnSecurityProfile(n),
  name,
  systemAdministrator: false,
  through,
  teams,
});

const secured: Answer = {
  table: 'account',
  tableName: 'Account',
  profiles: [
    profile(1, 'Credit Control', [{ kind: 'direct' }], []),
    profile(2, 'Bank Details – Read', [{ kind: 'team', team: stewards }], [stewards]),
    profile(3, 'Bank Details – Maintain', [], [{ teamId: fakeId.team(3), name: 'Treasury' }]),
  ],
  columns: [
    {
      name: 'nwt_bankaccount',
      displayName: 'Bank Account',
      rights: [
        { action: 'read', allowed: true, service: true, granting: [1], changes: [] },
        { action: 'create', allowed: false, service: false, granting: [], changes: [2] },
        { action: 'update', allowed: false, service: false, granting: [], changes: [2] },
      ],
    },
    {
      name: 'creditlimit',
      displayName: 'Credit Limit',
      rights: [
        { action: 'read', allowed: true, service: true, granting: [0], changes: [] },
        { action: 'create', allowed: true, service: true, granting: [0], changes: [] },
        { action: 'update', allowed: true, service: false, granting: [0], changes: [] },
      ],
    },
    {
      name: 'nwt_riskscore',
      displayName: 'Risk Score',
      rights: [
        { action: 'read', allowed: false, service: null, granting: [], changes: [] },
        { action: 'create', allowed: false, service: null, granting: [], changes: [] },
        { action: 'update', allowed: false, service: null, granting: [], changes: [] },
      ],
    },
  ],
};

/**
 * Accounts have secured columns; asked about contacts the admin is refused; about leads the first time nobody answers
 * until it is cancelled; the name Activity is no single table's; no other table has any.
 */
export const fakeColumns = (): ((
  input: InputOf<'securityRoles.columnAccess'>,
  signal: AbortSignal,
) => Promise<Result<Answer>>) => {
  let leadsAsked = 0;
  return async ({ table: { name } }, signal) => {
    const denied = failureOf(17);
    if (name === 'account') return ok(secured);
    if (name === 'activity') return failed('not-found', { what: 'table', id: name });
    if (name === 'contact' && denied !== null) return { ok: false, error: denied };
    if (name === 'lead') leadsAsked += 1;
    if (name === 'lead' && leadsAsked === 1) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return failed('cancelled');
    }
    return ok({ table: name, tableName: name, columns: [], profiles: [] });
  };
};
