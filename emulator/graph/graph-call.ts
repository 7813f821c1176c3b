import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { empty, json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import type { DeltaSnapshots } from './delta-snapshots.ts';
import { graphFaults } from './graph-fault.ts';

/** What the tenants' app management policies forbid (Learn: appManagementPolicy). */
export type AppManagementPolicy = {
  /** False: nobody may add a client secret. */
  readonly secretsAllowed: boolean;
  /** Longest lifetime of a new client secret, in days; `null` for any. */
  readonly longestSecretDays: number | null;
};

/** A JSON object of the wire. */
export type Entity = Readonly<Record<string, unknown>>;

/** One authenticated request. */
export type GraphCall = {
  readonly cloud: Cloud;
  readonly policy: AppManagementPolicy;
  readonly request: ServiceRequest;
  readonly caller: Caller;
  /** Delegated permissions of the token. */
  readonly scopes: readonly string[];
  /** Application permissions of the token. */
  readonly roles: readonly string[];
  readonly query: URLSearchParams;
  /** Which of the two services was asked (Learn: versioning-and-support). */
  readonly version: 'v1.0' | 'beta';
  readonly snapshots: DeltaSnapshots;
};

/** Which of a set's resources is meant: by object id, or by an alternate key. */
export type ResourceKey = {
  readonly by: 'id' | 'appId' | 'roleTemplateId' | 'uniqueName';
  readonly value: string;
};

/** Whether what is not there shall be made (Learn: application-upsert, serviceprincipal-upsert, group-upsert). */
export const createsMissing = ({ request }: GraphCall): boolean =>
  request.method === 'PATCH' && request.headers['prefer']?.includes('create-if-missing') === true;

const headers = () => ({ 'odata-version': '4.0', 'request-id': randomUUID() });

/** An answer with a body that names its context. */
export function answer(call: GraphCall, status: number, context: string, body: Entity): ServiceResponse {
  return json(
    status,
    { '@odata.context': `${call.request.links.self}/${call.version}/$metadata#${context}`, ...body },
    headers(),
  );
}

/** 201 for a new object of the directory, with where it is in the directory's own words (as recorded of groups). */
export function created(
  call: GraphCall,
  { set, type }: { readonly set: string; readonly type: 'Application' | 'ServicePrincipal' | 'Group' },
  body: Entity,
): ServiceResponse {
  const made = answer(call, 201, `${set}/$entity`, body);
  const objects = `${call.request.links.self}/v2/${call.caller.tenantId}/directoryObjects`;
  const location = `${objects}/${String(body['id'])}/Microsoft.DirectoryServices.${type}`;
  return { ...made, headers: { ...made.headers, location } };
}

/** 204, as every change without an answer ends. */
export const done = (): ServiceResponse => empty(204, { 'request-id': randomUUID() });

/** The JSON object of the request's body. */
export function bodyOf(call: GraphCall): Entity {
  const type = call.request.headers['content-type'] ?? '';
  try {
    const value: unknown = JSON.parse(call.request.body);
    if (type.toLowerCase().startsWith('application/json') && isEntity(value)) {
      return value;
    }
  } catch {
    // Not JSON: refused below.
  }
  throw graphFaults.body();
}

/** A value of the wire as a refusal names it: nothing but text has a name (an object may say that its `toString` is a number). */
export const named = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a value of the wire is an object. */
export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstTime = Date.parse('0001-01-01T00:00:00Z');
const lastTime = Date.parse('9999-12-31T23:59:59Z');

/** A time of the wire, in milliseconds; the given one where it is missing. */
export function timeOf(body: Entity, name: string, otherwise: number): number {
  const value = body[name];
  if (value === undefined || value === null) {
    return otherwise;
  }
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  // The years that the service's times can have.
  if (Number.isNaN(time) || time < firstTime || time > lastTime) {
    throw graphFaults.badProperty(name);
  }
  return time;
}

/** A time as the service writes it. */
export const isoTime = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
