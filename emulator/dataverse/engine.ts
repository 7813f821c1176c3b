import { identify } from './access/identify.ts';
import { createPermissionCache } from './access/permission-cache.ts';
import { answerRequest } from './answer-request.ts';
import { answerBatch } from './batch/answer-batch.ts';
import type { EnvironmentSeed } from './environment-seed.ts';
import { errorAnswer } from './errors/error-answer.ts';
import { methodNotAllowed, unexpected } from './errors/request-faults.ts';
import { ServiceFault } from './errors/service-fault.ts';
import { readPreferences } from './preferences.ts';
import type { DataverseEnvironment, DataversePorts, DataverseRequest, DataverseResponse } from './seam.ts';
import type { EnvironmentState } from './session.ts';
import { textOf } from './schema/value.ts';
import { addAdministrator, addPerson } from './writes/add-administrator.ts';
import { administrators } from './writes/administrators.ts';
import { followDirectory } from './writes/follow-directory.ts';
import { bringInGroup, bringInPerson, followDeletedGroups, followGroups } from './writes/follow-groups.ts';
import { audited, systemAuthor } from './writes/record-audit.ts';
import { runDueJobs } from './writes/run-jobs.ts';
import { createEnvironment } from './store/environment.ts';
import { dataverseRule } from './uncertain-rules.ts';

export type * from './environment-seed.ts';
export type * from './seam.ts';

/** The one place where a fault becomes an answer, by the rules that were chosen. A mistake of the engine is answered as the service's own. */
function refusalOf(
  { environment, ports }: EnvironmentState,
  error: unknown,
  request: DataverseRequest,
): DataverseResponse {
  const fault = error instanceof ServiceFault ? error : unexpected();
  fault.leave?.();
  const { otherwise } = fault;
  const chosen =
    otherwise === null
      ? undefined
      : otherwise.answers[dataverseRule(ports.rules, environment.seed, otherwise.rule)];
  return errorAnswer(chosen ?? fault, request, readPreferences(request.headers));
}

/** Makes all of a change or nothing; what was learnt about permissions on the way is forgotten with it. */
function atomically<T>({ environment, permissions, ports }: EnvironmentState, change: () => T): T {
  return environment.atomically(change, () => {
    if (ports.lagSeconds === 0) permissions.clear();
  });
}

/** Whoever asks for the head alone asks as with GET, where the rule lets it: the web server keeps the body back. */
function readingHeads(state: EnvironmentState, request: DataverseRequest): DataverseRequest {
  const answers = dataverseRule(state.ports.rules, state.environment.seed, 'headRequests') === 'answer';
  return request.method === 'HEAD' && answers ? { ...request, method: 'GET' } : request;
}

/** What the service does behind its users' backs is done before a request is answered. */
function workBehind(state: EnvironmentState, { caller }: DataverseRequest): void {
  followDirectory(state);
  followDeletedGroups(state);
  if (caller.tenantId === state.environment.seed.tenantId) followGroups(state, caller, caller.tokenId);
  runDueJobs(state);
}

function answered(state: EnvironmentState, asked: DataverseRequest): DataverseResponse {
  const request = readingHeads(state, asked);
  const answer = (one: DataverseRequest): DataverseResponse =>
    one.method === 'GET' ? answerRequest(state, one) : atomically(state, () => answerRequest(state, one));
  const refusal = (error: unknown, one: DataverseRequest) => refusalOf(state, error, one);
  try {
    audited(state, systemAuthor(state), () => workBehind(state, request));
    if (request.path !== '/$batch') return answer(request);
    if (request.method !== 'POST') throw methodNotAllowed(request.method);
    return answerBatch(request, {
      answer,
      refusal,
      atomically: (change) => atomically(state, change),
      lineEnds: dataverseRule(state.ports.rules, state.environment.seed, 'batchLineEnds'),
    });
  } catch (error) {
    return refusal(error, request);
  }
}

/** Builds one environment from its seed. Nothing is generated before the first request that needs it. */
export function createDataverseEnvironment(
  seed: EnvironmentSeed,
  ports: DataversePorts,
): DataverseEnvironment {
  const { organizationId, environmentId, tenantId, name, urlName, uniqueName, version, geo } = seed;
  const environment = createEnvironment(seed);
  const permissions = createPermissionCache(environment, ports.now, () => ports.lagSeconds);
  const state: EnvironmentState = {
    environment,
    ports,
    permissions,
    signIns: new Map(),
    arrivals: {
      person: (objectId) => bringInPerson(state, objectId),
      groupTeam: (groupId, membershipType) => bringInGroup(state, groupId, membershipType),
    },
  };
  return {
    organization: { organizationId, environmentId, tenantId, name, urlName, uniqueName, version, geo },
    // What nobody in particular undertakes is the platform's own doing.
    handle: (request) => audited(state, systemAuthor(state), () => answered(state, request)),
    addAdministrator: (appId) => {
      try {
        addAdministrator(state, appId);
        return true;
      } catch (error) {
        if (error instanceof ServiceFault) return false;
        throw error;
      }
    },
    addPerson: (objectId) => addPerson(state, objectId),
    membershipOf: (objectId) => {
      try {
        const user = identify(environment, { kind: 'user', tenantId, objectId, appId: '' });
        return administrators(environment).has(textOf(user, 'systemuserid') ?? '') ? 'administrator' : 'user';
      } catch (error) {
        if (error instanceof ServiceFault) return null;
        throw error;
      }
    },
    snapshot: () => {
      const restore = environment.snapshot();
      return () => {
        restore();
        permissions.clear();
        state.signIns.clear();
      };
    },
  };
}
