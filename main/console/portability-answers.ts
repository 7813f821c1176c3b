import { failed } from '../../preload/contract/words/errors.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { addEnvironment } from '../environments/add-environment.ts';
import type { AddPorts } from '../environments/add-environment.ts';
import { fitsCredential } from '../identity/app-profiles/fits-credential.ts';
import type { Identity } from '../identity/create-identity.ts';
import { portabilityHandlers } from '../portability/handlers.ts';
import type { PortabilityPorts } from '../portability/handlers.ts';
import { secretProblem } from '../vault/secret-problem.ts';
import type { ConsoleHost } from './console-host.ts';

/** The rooms that hold what is exported and imported. */
export type PortabilityRooms = Pick<
  PortabilityPorts,
  'vault' | 'workspaces' | 'registry' | 'recordActivity' | 'understand'
> &
  Pick<AddPorts, 'askTenant'> & {
    readonly http: HttpClient;
    readonly identity: Pick<Identity, 'profiles' | 'tokens'>;
    readonly clouds: Pick<Clouds, 'find' | 'of'>;
    readonly now: () => number;
  };

/** Answers `portability.*` over the rooms that hold what is exported and imported. */
export const portabilityAnswers = (
  host: Pick<ConsoleHost, 'version' | 'saveText'>,
  rooms: PortabilityRooms,
) =>
  portabilityHandlers({
    ...rooms,
    version: host.version,
    saveText: host.saveText,
    profiles: rooms.identity.profiles,
    secretProblem,
    knowsCloud: ({ cloud }) => rooms.clouds.find(cloud) !== null,
    fits: fitsCredential,
    isOfCloud: (url, cloud) => {
      const place = rooms.understand(url);
      return place.ok && place.value.url === url && place.value.cloud === cloud;
    },
    now: () => new Date(rooms.now()).toISOString(),
    addEnvironment: async (workspace, address, name, signal) => {
      const cloud = rooms.clouds.of(workspace);
      if (cloud === null) return failed('not-found', { what: 'cloud', id: workspace.cloud });
      const lists = { http: rooms.http, tokens: rooms.identity.tokens };
      const added = await addEnvironment(
        { ...rooms, lists },
        workspace,
        cloud,
        { text: address, name },
        signal,
      );
      if (added.ok && added.value.tenantId !== null)
        rooms.workspaces.tenantFound(workspace.id, added.value.tenantId);
      return added;
    },
  });
