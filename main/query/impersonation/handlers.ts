import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import { asCallers, callers } from '../../../preload/contract/query-callers.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentAccess } from '../../dataverse/environment-access.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import { chooseCredential } from '../choose-credential.ts';
import { parseQueryRequest } from '../query-request.ts';
import { compareCallers } from './compare-callers.ts';
import type { CompareCallersPorts } from './compare-callers.ts';
import { searchCallers } from './read-callers.ts';

export type CallerPorts = Omit<CompareCallersPorts, 'asAdmin'> & {
  readonly environments: Pick<EnvironmentAccess, 'choose' | 'asAdmin'>;
  readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
  readonly recordActivity: RecordActivity;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The methods that ask a query as several callers. */
export const callerHandlers = (ports: CallerPorts) => {
  const { environments } = ports;
  return {
    'query.callers': implement(callers, async ({ environmentId, search, workspaceId }, signal) => {
      const chosen = environments.choose(workspaceId, [environmentId]);
      if (!chosen.ok) return chosen;
      const [environment] = chosen.value;
      if (environment === undefined) return failed('not-found', { what: 'environment', id: environmentId });
      const found = await searchCallers(environments.asAdmin(environment), search, signal);
      return found.ok
        ? ok({ callers: found.value.callers.map(({ user }) => user), more: found.value.more })
        : found;
    }),

    'query.asCallers': implementStream(asCallers, async (input, emit, signal) => {
      const { environmentId, query, rows, systemUserId, workspaceId } = input;
      const request = parseQueryRequest(query);
      if (!request.ok) return request;
      const chosen = environments.choose(workspaceId, [environmentId]);
      if (!chosen.ok) return chosen;
      const [environment] = chosen.value;
      if (environment === undefined) return failed('not-found', { what: 'environment', id: environmentId });
      const profile = await ports.profileOf(input.appProfileId);
      if (!profile.ok) return profile;
      if (!profile.value.workspaces.includes(workspaceId)) {
        return failed('not-found', { what: 'app profile', id: input.appProfileId });
      }
      const credentialId = chooseCredential(profile.value, input.credentialId, ports.now());
      if (!credentialId.ok) return credentialId;
      const compared = await compareCallers(
        { ...ports, asAdmin: environments.asAdmin },
        {
          app: { workspaceId, profile: profile.value, credentialId: credentialId.value },
          environment,
          query,
          request: request.value,
          systemUserId,
          rows,
        },
        emit,
        signal,
      );
      // It names the user by its id: the journal holds no more of people than it must.
      await ports.recordActivity({
        workspaceId,
        kind: 'query-run',
        environment: environment.name,
        summary: `Query as ${profile.value.name} on behalf of user ${systemUserId}: ${request.value.resource.replace(/\(.*$/s, '').slice(0, 80)}`,
        outcome: compared.ok ? 'ok' : compared.error.code === 'cancelled' ? 'cancelled' : 'failed',
        requestId: '',
      });
      return compared;
    }),
  };
};
