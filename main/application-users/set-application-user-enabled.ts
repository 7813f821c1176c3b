import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { oneApplicationUser } from './one-application-user.ts';
import { readApplicationUsers } from './read-application-users.ts';
import type { ApplicationUserThere } from './to-application-user.ts';

export type EnabledApplicationUser = {
  readonly user: ApplicationUserThere;
  /** False when the user was in that state already: nothing was sent. */
  readonly changed: boolean;
  /** `REQ_ID` of the change; empty when nothing was sent. */
  readonly requestId: string;
};

/**
 * Enables or disables an application user and reads it back: PATCH `isdisabled` with the same `applicationid` beside it
 * (as Microsoft's Terraform provider does; the SetState message is not offered for users). Fails with `user-missing`,
 * `user-soft-deleted`, `user-ambiguous`, `platform-user`, `state-not-reached`, or the error of the service.
 */
export const setApplicationUserEnabled = async (
  client: DataverseClient,
  wanted: { readonly clientId: ClientId; readonly enabled: boolean },
  signal: AbortSignal,
): Promise<Result<EnabledApplicationUser>> => {
  const { clientId, enabled } = wanted;
  const environment = new URL(client.origin).host;
  const find = async (): Promise<Result<ApplicationUserThere>> => {
    const read = await readApplicationUsers(client, [clientId], signal);
    if (!read.ok) return read;
    const one = oneApplicationUser(read.value, clientId, environment);
    if (!one.ok) return one;
    return one.value === null ? failed('user-missing', { clientId, environment }) : ok(one.value);
  };

  const before = await find();
  if (!before.ok) return before;
  const { value: user } = before;
  if (user.platform) return failed('platform-user', { name: user.name });
  const state = enabled ? 'enabled' : 'disabled';
  if (user.state === state) return ok({ user, changed: false, requestId: '' });

  const body = { isdisabled: !enabled, applicationid: clientId };
  const sent = await client.patch(`systemusers(${user.systemUserId})`, body, signal);
  if (!sent.ok) return sent;

  const after = await find();
  if (!after.ok) return after;
  if (after.value.state !== state) return failed('state-not-reached', { what: `${user.name} ${state}` });
  return ok({ user: after.value, changed: true, requestId: sent.value.correlation.requestId ?? '' });
};
