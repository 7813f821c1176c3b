import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ApplicationObjectId, ClientId, ServicePrincipalId } from '../../preload/contract/words/ids.ts';
import { decode } from './decode.ts';
import {
  APPLICATION_COLUMNS,
  applicationShape,
  ownerShape,
  PRINCIPAL_COLUMNS,
  principalShape,
} from './directory-objects.ts';
import type { DirectoryApplication, DirectoryOwner, DirectoryPrincipal } from './directory-objects.ts';
import type { GraphAsk, GraphClient } from './graph-client.ts';

const reading = (what: string, id: string, signal: AbortSignal): GraphAsk => ({
  what,
  id,
  needs: 'Application.Read.All',
  signal,
});

/** A thing that may not be there: its absence is an answer, not a failure. */
const orNull = <Value>(result: Result<Value>): Result<Value | null> =>
  !result.ok && result.error.code === 'not-found' ? ok(null) : result;

const application = async (
  graph: GraphClient,
  key: string,
  id: string,
  signal: AbortSignal,
): Promise<Result<DirectoryApplication | null>> => {
  const answer = await graph.get(
    `applications${key}?$select=${APPLICATION_COLUMNS}`,
    reading('app registration', id, signal),
  );
  return orNull(decode(applicationShape, answer, 'application'));
};

/** The app registration with a client id; null where this tenant has none, which it has of its own apps alone (application-get). */
export const applicationByClientId = (graph: GraphClient, clientId: ClientId, signal: AbortSignal) =>
  application(graph, `(appId='${clientId}')`, clientId, signal);

/** The app registration with an object id. */
export const applicationById = (graph: GraphClient, id: ApplicationObjectId, signal: AbortSignal) =>
  application(graph, `/${id}`, id, signal);

const principal = async (
  graph: GraphClient,
  key: string,
  id: string,
  signal: AbortSignal,
): Promise<Result<DirectoryPrincipal | null>> => {
  const answer = await graph.get(
    `servicePrincipals${key}?$select=${PRINCIPAL_COLUMNS}`,
    reading('service principal', id, signal),
  );
  return orNull(decode(principalShape, answer, 'service principal'));
};

/** The service principal of an app in this tenant; null where nobody has consented to it or made one (serviceprincipal-get). */
export const principalByClientId = (graph: GraphClient, clientId: ClientId, signal: AbortSignal) =>
  principal(graph, `(appId='${clientId}')`, clientId, signal);

/** The service principal with an object id. */
export const principalById = (graph: GraphClient, id: ServicePrincipalId, signal: AbortSignal) =>
  principal(graph, `/${id}`, id, signal);

/** Who is to be called about an app registration, at most a hundred (application-list-owners). */
export const ownersOf = async (
  graph: GraphClient,
  id: ApplicationObjectId,
  signal: AbortSignal,
): Promise<Result<readonly DirectoryOwner[]>> => {
  const answer = await graph.list(
    `applications/${id}/owners?$select=id,displayName,mail,userPrincipalName`,
    { most: 100 },
    reading('app registration', id, signal),
  );
  return decode(z.array(ownerShape), answer.ok ? ok(answer.value.rows) : answer, 'owners');
};
