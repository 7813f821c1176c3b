import type { Settings } from '../../preload/contract/settings.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { createDataverseClient } from '../dataverse/create-dataverse-client.ts';
import type { EnvironmentAccess } from '../dataverse/environment-access.ts';
import type { Registry } from '../environments/registry.ts';
import type { HttpClient } from '../http/http-client.ts';
import { answeringChallenges } from '../identity/claims-challenge.ts';
import type { TokenSource } from '../identity/token-source.ts';

/** Joins registry, sign-in and Dataverse client to what the rooms above them reach environments with. */
export const reachEnvironments = (
  http: HttpClient,
  registry: Registry,
  tokens: TokenSource,
  settings: () => Settings,
): EnvironmentAccess => ({
  choose: registry.choose,
  parallel: () => settings().parallelEnvironments,
  asAdmin: ({ workspaceId, url }) =>
    createDataverseClient({
      http: answeringChallenges(http, (claims, signal) =>
        tokens.forAdmin(workspaceId, url, signal, { claims }),
      ),
      origin: url,
      bearer: async (signal) => {
        const token = await tokens.forAdmin(workspaceId, url, signal);
        return token.ok ? ok(token.value.token) : token;
      },
    }),
});
