import { createGraphClient } from '../../../main/directory/create-graph-client.ts';
import type { GraphClient } from '../../../main/directory/graph-client.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { parseApplicationObjectId, parseClientId } from '../../../preload/contract/words/ids.ts';
import { consentToGraph, userTokens } from '../../emulator/entra/sign-in.ts';
import { tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

export const GRAPH = 'https://graph.demo.test';
/** A signal that is never aborted. */
export const going = (): AbortSignal => new AbortController().signal;

/** The value of a result; throws with the error otherwise. */
export const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
/** The error of a result; throws when there is none. */
export const errorOf = (result: Result<unknown>): AppError => {
  if (result.ok) throw new Error('it did not fail');
  return result.error;
};
/** A value that is there. */
export const there = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
};

/** Graph of the demo cloud as a person, through the console's own HTTP client. */
export const graphAs = async (
  cloud: RunningCloud,
  username: string,
  tenant = 'Contoso',
): Promise<GraphClient> => {
  await consentToGraph(cloud, username);
  const { access_token: token } = await userTokens(cloud, username, `${GRAPH}/.default`);
  return createGraphClient({
    http: cloud.http,
    origin: GRAPH,
    tenantId: tenantOf(cloud, tenant),
    bearer: async () => ok(token),
  });
};

/** Client id of an app of the story. */
export const clientIdOf = (cloud: RunningCloud, name: string) =>
  there(parseClientId(cloud.description.apps.find((app) => app.name === name)?.clientId ?? ''));

/** A GUID that names nothing. */
export const NOBODY = '99999999-9999-4999-8999-999999999999';
export const nobody = there(parseApplicationObjectId(NOBODY));

/** Tells the demo cloud to behave in another way. */
export const control = (cloud: RunningCloud, command: Record<string, unknown>): Promise<Response> =>
  fetch(there(cloud.description.control), { method: 'POST', body: JSON.stringify(command) });
