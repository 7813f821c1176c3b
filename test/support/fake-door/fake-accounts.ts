import type { Account, AccountOutput, SignedInAccount } from '../../../preload/contract/identity.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';

const account = (n: number, username: string, name: string): Account => ({
  accountId: `${n}${n}${n}${n}0000-0000-4000-8000-000000000000.${fakeId.tenant(1)}`,
  username,
  name,
  tenantId: fakeId.tenant(1),
});
const ADA = account(1, 'ada.admin@northwind.example', 'Ada Admin');
const GRETE = account(2, 'grete.global@northwind.example', 'Grete Global');
const TROUBLE = appError('sign-in-needed', { workspace: 'Northwind Traders', aadsts: 50076 });

/** Who is signed in, and what changes that. */
export const fakeAccounts = (scenario: Scenario) => {
  let known: readonly Account[] = scenario.signedIn ? (scenario.accounts ? [ADA, GRETE] : [ADA]) : [];
  let current = ADA.accountId;
  let tries = 0;
  let troubled = scenario.accounts ? GRETE.accountId : '';
  const stateOf = (id: string) => (id === troubled ? ('expired' as const) : ('signed-in' as const));
  const state = (): AccountOutput => {
    const now = known.find((one) => one.accountId === current) ?? known[0] ?? null;
    return {
      account: now,
      state: now === null ? 'signed-out' : stateOf(now.accountId),
      accounts: known.map((one): SignedInAccount => ({
        account: one,
        current: one === now,
        state: stateOf(one.accountId),
        trouble: one.accountId === troubled ? TROUBLE : null,
      })),
    };
  };
  return {
    state,
    /** Somebody with more rights than Ada has signed in. */
    mayMore: (): boolean => current === GRETE.accountId,
    signIn: (): Result<AccountOutput> | Promise<Result<AccountOutput>> => {
      if (scenario.signInFails === 'wait') return new Promise(() => undefined);
      tries += 1;
      if (scenario.signInFails !== null && !(scenario.signInFailsOnce && tries > 1))
        return failed('entra', { aadsts: scenario.signInFails, error: 'access_denied' });
      const next = known.length === 0 ? ADA : GRETE;
      known = [...known.filter((one) => one !== next), next];
      current = next.accountId;
      troubled = '';
      return ok(state());
    },
    switchTo: (accountId: string): Result<AccountOutput> => {
      if (!known.some((one) => one.accountId === accountId))
        return failed('not-found', { what: 'account', id: accountId });
      current = accountId;
      return ok(state());
    },
    signOut: (accountId: string | undefined): void => {
      known = accountId === undefined ? [] : known.filter((one) => one.accountId !== accountId);
    },
  };
};
export type FakeAccounts = ReturnType<typeof fakeAccounts>;
