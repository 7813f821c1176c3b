import type { Cloud } from '../cloud.ts';
import { readBearer } from '../entra/bearer.ts';
import { graphId } from '../entra/resources.ts';
import { hosts } from '../server/address.ts';
import { decodeSegment, parameters } from '../server/exchange.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { answerApplications } from './applications.ts';
import { GraphFault, graphFaults } from './graph-fault.ts';
import type { AppManagementPolicy, GraphCall, ResourceKey } from './graph-call.ts';
import { answerAuditLogs } from './audit-logs.ts';
import { answerBatch } from './batch.ts';
import { graphRefusal } from './graph-refusal.ts';
import { withFrontHeaders } from './front-headers.ts';
import { answerPermissionGrants } from './permission-grants.ts';
import { answerDeletedItems } from './deleted-items.ts';
import { answerDelta, isDelta } from './delta.ts';
import { createDeltaSnapshots } from './delta-snapshots.ts';
import { answerDirectoryRoles, answerRoleManagement } from './directory-roles.ts';
import { answerGroups } from './groups.ts';
import { answerDirectoryObjects } from './directory-objects.ts';
import { answerServicePrincipals } from './service-principals.ts';
import { answerUserInfo } from './user-info.ts';
import { answerUsers } from './users.ts';
import { answerMe, answerOrganization } from './tenant.ts';

const unauthenticated = (message: string) => new GraphFault(401, 'InvalidAuthenticationToken', message);

/** What the token library says of a text without dots (as seen); the rest is told in general. */
const tokenProblem = ({ headers }: ServiceRequest): string =>
  headers['authorization']?.includes('.') === true
    ? 'Access token validation failure.'
    : 'IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. ' +
      "(JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): " +
      "'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.";

type Surroundings = Pick<GraphCall, 'cloud' | 'policy' | 'snapshots'>;

function authenticate(surroundings: Surroundings, request: ServiceRequest): GraphCall {
  const { cloud } = surroundings;
  const bearer = readBearer(cloud, request.headers['authorization'], [`https://${hosts.graph}`, graphId]);
  switch (bearer.kind) {
    case 'absent':
      throw unauthenticated('Access token is empty.');
    case 'invalid':
      throw unauthenticated(
        bearer.reason === 'expired'
          ? 'Lifetime validation failed, the token is expired.'
          : bearer.reason === 'audience'
            ? 'Access token validation failure. Invalid audience.'
            : tokenProblem(request),
      );
    case 'valid':
      return {
        ...surroundings,
        request,
        caller: bearer.caller,
        scopes: bearer.scopes,
        roles: bearer.roles,
        query: optionsOf(request),
        version: versionOf(request),
      };
  }
}

const options: ReadonlySet<string> = new Set(
  ['count', 'expand', 'filter', 'orderby', 'search', 'select', 'skip', 'top'].map((name) => `$${name}`),
);

/**
 * The query with the names of its options in lower case: Learn writes `$orderBy` as well as `$orderby`. Beta takes them without the dollar
 * sign, and so does the delta function of v1.0, as "only a subset of APIs" there does (Learn: query-parameters, directoryobject-delta).
 */
function optionsOf(request: ServiceRequest): URLSearchParams {
  const bare = versionOf(request) === 'beta' || /\/delta(?:\(\))?$/i.test(request.path);
  return new URLSearchParams(
    [...parameters(request.query)].map(([name, value]): [string, string] => {
      const lower = name.toLowerCase();
      if (lower.startsWith('$')) return [lower, value];
      return [bare && options.has(`$${lower}`) ? `$${lower}` : name, value];
    }),
  );
}

/** Beta is asked by its own root (Learn: versioning-and-support). */
const versionOf = ({ path }: ServiceRequest): GraphCall['version'] =>
  /^\/beta(?:\/|$)/i.test(path) ? 'beta' : 'v1.0';

/** Relationships and actions, whose names are read in any case (as CLI for Microsoft 365 writes them: `Owners`). */
const segments: ReadonlyMap<string, string> = new Map(
  [
    'addKey',
    'addPassword',
    'appRoleAssignedTo',
    'appRoleAssignments',
    'checkMemberGroups',
    'checkMemberObjects',
    'directReports',
    'federatedIdentityCredentials',
    'getByIds',
    'getMemberGroups',
    'getMemberObjects',
    'manager',
    'memberOf',
    'members',
    'oauth2PermissionGrants',
    'ownedObjects',
    'owners',
    'removeKey',
    'removePassword',
    'restore',
    'roleAssignments',
    'roleDefinitions',
    'transitiveMemberOf',
    'transitiveMembers',
  ].map((name) => [name.toLowerCase(), name]),
);

/** Functions and actions, which may be called by their full names too (OData 4.01, URL conventions, 4.5). */
const operations: ReadonlySet<string> = new Set(
  [
    'addKey',
    'addPassword',
    'checkMemberGroups',
    'checkMemberObjects',
    'delta',
    'delta()',
    'getByIds',
    'getMemberGroups',
    'getMemberObjects',
    'removeKey',
    'removePassword',
    'restore',
  ].map((name) => name.toLowerCase()),
);

/** The namespace has the alias `graph`, by which Microsoft's generated libraries name types (seen in @microsoft/msgraph-sdk-directory). */
function segmentOf(part: string): string {
  const full = /^(?:microsoft\.)?graph\.(.+)$/i.exec(part)?.[1];
  if (full !== undefined && !operations.has(full.toLowerCase())) {
    return `microsoft.graph.${full}`;
  }
  const name = full ?? part;
  return segments.get(name.toLowerCase()) ?? name;
}

type Target = { readonly set: string; readonly key: ResourceKey | null; readonly rest: readonly string[] };

/**
 * `/v1.0/<set>` or `/beta/<set>`, `/<set>/<id>`, `/<set>('<id>')` or `/<set>(appId='<id>')`, and what follows. The tenant may stand before
 * the set, by its id or as `myorganization` (Learn: Azure AD Graph API, "Tenant addressing"; CLI for Microsoft 365 and older releases of
 * Terraform's provider ask Microsoft Graph so).
 */
function readPath(path: string, tenantId: string): Target {
  const [version, ...parts] = path.split('/').filter((part) => part !== '');
  const named = ['myorganization', tenantId].includes((parts[0] ?? '').toLowerCase());
  const [first = '', ...following] = named ? parts.slice(1) : parts;
  const rest = following.map(segmentOf);
  if (!/^(?:v1\.0|beta)$/i.test(version ?? '')) {
    throw graphFaults.noVersion(version ?? '');
  }
  if (first === '') {
    throw graphFaults.noSegment(path.split('/').at(-1) ?? '');
  }
  const [, set, alternate, value] =
    /^(\w+)\((?:(appId|roleTemplateId|uniqueName)=)?'?([\w.@#~!-]+)'?\)$/.exec(first) ?? [];
  if (set !== undefined && value !== undefined) {
    const by =
      alternate === 'appId' || alternate === 'roleTemplateId' || alternate === 'uniqueName'
        ? alternate
        : 'id';
    return { set, key: { by, value }, rest };
  }
  const [id, ...below] = rest;
  return id === undefined || id.startsWith('$')
    ? { set: first, key: null, rest }
    : { set: first, key: { by: 'id', value: id }, rest: below };
}

function route(call: GraphCall): ServiceResponse {
  const path = decodeSegment(call.request.path) ?? '';
  if (path === '/oidc/userinfo') {
    return answerUserInfo(call);
  }
  const { set, key, rest } = readPath(path, call.caller.tenantId);
  if (key?.by === 'id' && rest.length === 0 && isDelta(key.value)) {
    return answerDelta(call, set);
  }
  switch (set.toLowerCase()) {
    case 'applications':
      return answerApplications(call, key, rest);
    case 'serviceprincipals':
      return answerServicePrincipals(call, key, rest);
    case 'oauth2permissiongrants':
      return answerPermissionGrants(call, key, rest);
    case 'directoryobjects':
      return answerDirectoryObjects(call, key, rest);
    case 'auditlogs':
      return answerAuditLogs(call, key === null ? rest : [key.value, ...rest]);
    case 'users':
      return answerUsers(call, key, rest);
    case 'groups':
      return answerGroups(call, key, rest);
    case 'directoryroles':
      return answerDirectoryRoles(call, key, rest);
    case 'rolemanagement':
      return answerRoleManagement(call, key === null ? rest : [key.value, ...rest]);
    case 'me':
      return answerMe(call, key === null ? rest : [key.value, ...rest]);
    case 'directory':
      if (key?.value.toLowerCase() !== 'deleteditems') {
        throw graphFaults.noSegment(key?.value ?? set);
      }
      return answerDeletedItems(call, rest);
    case 'organization':
      if (rest[0] !== undefined) {
        throw graphFaults.noSegment(rest[0]);
      }
      if (call.request.method !== 'GET') {
        throw graphFaults.method();
      }
      return answerOrganization(call, key);
    default:
      throw graphFaults.noSegment(set);
  }
}

/**
 * Microsoft Graph, as far as app registrations, service principals, consents and the signed-in person go (Learn:
 * application-*, serviceprincipal-*, oauth2permissiongrant-*). An app holds the application permissions that it was assigned.
 */
export function createGraph(cloud: Cloud, policy: AppManagementPolicy): Service {
  const surroundings = { cloud, policy, snapshots: createDeltaSnapshots() };
  const answered = (request: ServiceRequest, answer: () => ServiceResponse): ServiceResponse => {
    try {
      return answer();
    } catch (error) {
      if (error instanceof GraphFault) {
        return graphRefusal(request, error, cloud.now());
      }
      throw error;
    }
  };
  const one = (request: ServiceRequest): ServiceResponse =>
    answered(request, () => route(authenticate(surroundings, request)));
  const batch = (request: ServiceRequest): ServiceResponse =>
    answered(request, () => {
      authenticate(surroundings, request);
      return answerBatch(request, one);
    });
  return (request) =>
    withFrontHeaders(
      request,
      /^\/(?:v1\.0|beta)\/\$batch$/.test(decodeSegment(request.path) ?? '') ? batch(request) : one(request),
    );
}
