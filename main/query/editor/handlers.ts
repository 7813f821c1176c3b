import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { table, tables } from '../../../preload/contract/query-tables.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import type { QueryTable, QueryTableDetails } from '../../../preload/contract/words/queries/tables.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { EnvironmentAccess } from '../../dataverse/environment-access.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { TokenSource } from '../../identity/token-source.ts';
import { chooseCredential } from '../choose-credential.ts';
import { signInAsApp } from '../sign-in-as-app.ts';
import type { KeptTables } from './kept-tables.ts';
import { readTable } from './read-table.ts';
import { readTables } from './read-tables.ts';
import { createTableMemory } from './table-memory.ts';
import type { Recall, Remembered } from './table-memory.ts';

export type QueryTablesPorts = {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly environments: Pick<EnvironmentAccess, 'choose' | 'asAdmin'>;
  readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
  readonly kept: KeptTables;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

type Where = InputOf<'query.tables'>;
type Read<Value> = { readonly value: Value; readonly readAs: 'admin' | 'app' };

const told = ({ asOf, readAs, value }: Remembered<QueryTableDetails>) => ({
  asOf,
  readAs,
  table: {
    ...value,
    columns: value.columns.map((one) => ({ ...one, targets: [...one.targets], options: [...one.options] })),
    navigation: [...value.navigation],
  },
});

/** The methods that tell an editor what an environment has. Everybody who gets in may read definitions, so the app does where no admin can. */
export const queryTablesHandlers = (ports: QueryTablesPorts) => {
  const iso = (): string => new Date(ports.now()).toISOString();
  const lists = createTableMemory<readonly QueryTable[]>(iso);
  const details = createTableMemory<QueryTableDetails>(iso);

  const placeOf = (where: Where): Result<Environment> => {
    const chosen = ports.environments.choose(where.workspaceId, [where.environmentId]);
    if (!chosen.ok) return chosen;
    const [environment] = chosen.value;
    return environment === undefined
      ? failed('not-found', { what: 'environment', id: where.environmentId })
      : ok(environment);
  };

  const asApp = async (
    where: Where,
    environment: Environment,
    signal: AbortSignal,
  ): Promise<Result<DataverseClient>> => {
    const { appProfileId, workspaceId } = where;
    if (appProfileId === null) return failed('sign-in-needed');
    const profile = await ports.profileOf(appProfileId);
    if (!profile.ok) return profile;
    if (!profile.value.workspaces.includes(workspaceId)) {
      return failed('not-found', { what: 'app profile', id: appProfileId });
    }
    const credentialId = chooseCredential(profile.value, null, ports.now());
    if (!credentialId.ok) return credentialId;
    const app = { workspaceId, profile: profile.value, credentialId: credentialId.value };
    return signInAsApp(ports, app, environment, signal);
  };

  const ask = async <Value>(
    where: Where,
    environment: Environment,
    signal: AbortSignal,
    read: (client: DataverseClient, signal: AbortSignal) => Promise<Result<Value>>,
  ): Promise<Result<Read<Value>>> => {
    const first = await read(ports.environments.asAdmin(environment), signal);
    if (first.ok) return ok({ value: first.value, readAs: 'admin' });
    const hopeless = first.error.code === 'cancelled' || first.error.code === 'not-found';
    if (hopeless || where.appProfileId === null) return first;
    const client = await asApp(where, environment, signal);
    const second = client.ok ? await read(client.value, signal) : client;
    // What the admin was told is what a person can act on.
    return second.ok ? ok({ value: second.value, readAs: 'app' }) : first;
  };

  /** Beside the answer; of a workspace that went meanwhile nothing is kept. */
  const keep = (where: Where, part: Parameters<KeptTables['keep']>[2]): void => {
    if (placeOf(where).ok) void ports.kept.keep(where.workspaceId, where.environmentId, part);
  };

  return {
    'query.tables': implement(tables, async (input, signal) => {
      // Before what is remembered: of a workspace that was removed nothing is told.
      const place = placeOf(input);
      if (!place.ok) return place;
      const key = `${input.workspaceId} ${input.environmentId}`;
      if (input.refresh) details.forget(`${key} `);
      const kept: Recall<readonly QueryTable[]> = {
        recall: async () => {
          const list = await ports.kept.list(input.workspaceId, input.environmentId);
          return list === null ? null : { asOf: list.asOf, readAs: list.readAs, value: list.tables };
        },
        keep: ({ asOf, readAs, value }) => keep(input, { list: { asOf, readAs, tables: [...value] } }),
      };
      const read = await lists.read(key, input.refresh, kept, () =>
        ask(input, place.value, signal, readTables),
      );
      if (!read.ok) return read;
      const { asOf, readAs, value } = read.value;
      return ok({ asOf, readAs, tables: [...value] });
    }),

    'query.table': implement(table, async (input, signal) => {
      const place = placeOf(input);
      if (!place.ok) return place;
      const key = `${input.workspaceId} ${input.environmentId} ${input.table}`;
      const kept: Recall<QueryTableDetails> = {
        recall: async () => {
          const there = await ports.kept.details(input.workspaceId, input.environmentId, input.table);
          return there === null ? null : { asOf: there.asOf, readAs: there.readAs, value: there.table };
        },
        keep: (fresh) => keep(input, { details: told(fresh) }),
      };
      const read = await details.read(key, input.refresh, kept, () =>
        ask(input, place.value, signal, (client, signal) => readTable(client, input.table, signal)),
      );
      return read.ok ? ok(told(read.value)) : read;
    }),
  };
};
