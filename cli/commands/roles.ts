import { contract } from '../../preload/contract/index.ts';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { CountedRole, EffectivePrivilege } from '../../preload/contract/security-roles.ts';
import { readGrants } from '../../preload/contract/words/depth.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import { chooseApp, chooseEnvironments } from '../choose/app-and-environments.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../output/table.ts';
import type { Command, Work } from './command.ts';
import { APP_OPTIONS, CONSOLE_OPTIONS, ENVIRONMENT_OPTIONS } from './options.ts';
import { fail, refuse } from './refuse.ts';

/** A role with the way by which the app holds it. */
const roleName = ({ name, through }: CountedRole): string =>
  through.kind === 'direct' ? name : `${name} (team ${through.teamName})`;

const grantsOf = (roles: readonly CountedRole[], { grants }: EffectivePrivilege): readonly string[] =>
  readGrants(grants).flatMap(({ depth, role }) => {
    const held = roles[role];
    return held === undefined ? [] : [`${roleName(held)}: ${depth}`];
  });

/** The app's live row; null when there is none, and a failure when that could not be found out. */
const userOf = async (
  { ask, setting }: Work,
  environment: Environment,
  clientId: string,
): Promise<Result<ApplicationUser | null>> => {
  const found: ApplicationUser[] = [];
  const failures: AppError[] = [];
  const read = await ask.stream(
    contract['applicationUsers.inventory'],
    { workspaceId: setting.workspace.id, environmentIds: [environment.id] },
    (event) => {
      if (event.kind === 'users') found.push(...event.users.filter((user) => user.clientId === clientId));
      if (event.kind === 'failed') failures.push(event.error);
    },
  );
  if (!read.ok) return read;
  const [error] = failures;
  if (error !== undefined) return { ok: false, error };
  if (read.value.cancelled > 0) return failed('cancelled');
  return ok(found.find(({ state }) => state !== 'soft-deleted') ?? null);
};

/** `roles effective`: what an app may really do in an environment, and which role grants it. */
export const effectiveRoles: Command = {
  name: 'roles effective',
  summary: 'What the app may do in an environment: every privilege, how far, and which roles grant it',
  operands: '',
  console: true,
  options: {
    ...CONSOLE_OPTIONS,
    ...APP_OPTIONS,
    ...ENVIRONMENT_OPTIONS,
    table: {
      type: 'string',
      value: '<logical name>',
      help: 'only the privileges of one table, e.g. account',
    },
  },
  run: async (work) => {
    const { ask, given, setting, terminal } = work;
    const app = chooseApp(setting, given.text('app'));
    if (typeof app === 'string') return refuse(terminal, app);
    const environments = chooseEnvironments(setting, given.texts('env'));
    if (typeof environments === 'string') return refuse(terminal, environments);
    const [environment, second] = environments;
    if (environment === undefined || second !== undefined)
      return refuse(terminal, 'Choose one environment with --env.');
    const user = await userOf(work, environment, app.clientId);
    if (!user.ok) return fail(terminal, user.error);
    if (user.value === null) {
      terminal.tell(`${app.name} has no application user in ${environment.name}.`);
      return EXIT.negative;
    }
    const { systemUserId } = user.value;
    const workspaceId = setting.workspace.id;
    const environmentId = environment.id;
    const access = await ask.call(contract['securityRoles.effectiveAccess'], {
      workspaceId,
      environmentId,
      systemUserId,
    });
    if (!access.ok) return fail(terminal, access.error);
    const { roles } = access.value;
    const wanted = given.text('table')?.toLowerCase() ?? null;
    const privileges = access.value.privileges.filter(
      (privilege) => wanted === null || privilege.table?.toLowerCase() === wanted,
    );
    const rows = privileges.map((privilege) => ({
      privilege: privilege.name,
      depth: privilege.depth,
      grants: grantsOf(roles, privilege),
    }));
    if (given.flag('json')) {
      const { name: environmentName } = environment;
      terminal.write(
        `${JSON.stringify({ environment: environmentName, app: app.name, roles, privileges: rows }, null, 2)}\n`,
      );
    } else {
      const cells = rows.map(({ depth, grants, privilege }) => [privilege, depth, grants.join('; ')]);
      terminal.write(table(['privilege', 'depth', 'granted by'], cells));
    }
    if (rows.length > 0 || wanted === null) return EXIT.ok;
    terminal.tell(`${app.name} has no privilege of a table '${wanted}' in ${environment.name}.`);
    return EXIT.negative;
  },
};
