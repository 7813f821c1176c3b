import { readFile } from 'node:fs/promises';
import type { ApplicationUser } from '../../preload/contract/application-users.ts';
import type { EnvironmentDrift } from '../../preload/contract/baseline.ts';
import type { Plan, StepProgress } from '../../preload/contract/fleet.ts';
import { contract } from '../../preload/contract/index.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { desiredStates } from '../../preload/contract/words/drift-to-desired.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import {
  BASELINE_TEXTS,
  STEP_KIND_LABELS,
  STEP_STATE_LABELS,
} from '../../preload/contract/words/texts/en.ts';
import { chooseEnvironments } from '../choose/app-and-environments.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { failureLines, failureTitle } from '../output/failure.ts';
import { tellProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import type { Command, Work } from './command.ts';
import { CONSOLE_OPTIONS, ENVIRONMENT_OPTIONS } from './options.ts';
import { fail, refuse } from './refuse.ts';

type Failed = { readonly environment: string; readonly error: AppError };

const nameOf = ({ setting }: Work, id: EnvironmentId): string =>
  setting.environments.find((one) => one.id === id)?.name ?? id;

const rolesOf = ({ roles, teamRoles }: ApplicationUser): readonly string[] => [
  ...roles.map(({ name }) => name),
  ...(teamRoles ?? []).map(({ name, team }) => `${name} (${team.name})`),
];

/** `app-users list`: the inventory. */
export const listAppUsers: Command = {
  name: 'app-users list',
  summary: 'List the application users of environments with their roles',
  operands: '',
  console: true,
  options: { ...CONSOLE_OPTIONS, ...ENVIRONMENT_OPTIONS },
  run: async (work) => {
    const { ask, given, setting, terminal } = work;
    const environments = chooseEnvironments(setting, given.texts('env'));
    if (typeof environments === 'string') return refuse(terminal, environments);
    const users: ApplicationUser[] = [];
    const failures: Failed[] = [];
    const told = tellProgress(terminal, environments.length);
    const read = await ask.stream(
      contract['applicationUsers.inventory'],
      { workspaceId: setting.workspace.id, environmentIds: environments.map(({ id }) => id) },
      (event) => {
        const environment = nameOf(work, event.environmentId);
        if (event.kind === 'users') users.push(...event.users);
        else told(event.environmentId, `${environment}: ${event.kind}`);
        if (event.kind === 'failed') failures.push({ environment, error: event.error });
      },
    );
    if (!read.ok) return fail(terminal, read.error);
    const rows = users.map((user) => ({ ...user, environment: nameOf(work, user.environmentId) }));
    if (given.flag('json')) terminal.write(`${JSON.stringify({ users: rows, failures }, null, 2)}\n`);
    else {
      const cells = rows.map((user) => [
        user.environment,
        user.name,
        user.clientId,
        user.state,
        rolesOf(user).join(', '),
      ]);
      terminal.write(table(['environment', 'application user', 'client id', 'state', 'roles'], cells));
    }
    for (const { environment, error } of failures)
      for (const line of failureLines(error)) terminal.tell(`${environment}: ${line}`);
    if (read.value.cancelled > 0) return EXIT.cancelled;
    return failures.length > 0 ? EXIT.negative : EXIT.ok;
  },
};

const notOneFile = ({ length }: readonly string[]): string | null =>
  length === 1 ? null : 'Name one baseline file (docs/baseline.md).';

type Compared = { readonly drift: readonly EnvironmentDrift[]; readonly plan: Plan | null };

/** Reads the file, compares it with what is so, and plans the difference. An exit code when that cannot be done. */
const compareAndPlan = async (work: Work): Promise<Compared | ExitCode> => {
  const { ask, given, setting, terminal } = work;
  const path = given.positionals[0] ?? '';
  const environments = chooseEnvironments(setting, given.texts('env'));
  if (typeof environments === 'string') return refuse(terminal, environments);
  const text = path === '-' ? await work.readInput() : await readFile(path, 'utf8').catch(() => null);
  if (text === null) return refuse(terminal, `${path} cannot be read.`);
  const checked = await ask.call(contract['baseline.check'], { text });
  if (!checked.ok) return fail(terminal, checked.error);
  for (const fault of checked.value.faults)
    terminal.tell(`${path}:${fault.line}:${fault.column}: ${BASELINE_TEXTS.faultText(fault)}`);
  if (checked.value.faults.length > 0) return EXIT.usage;

  const drift: EnvironmentDrift[] = [];
  const workspaceId = setting.workspace.id;
  const environmentIds = given.texts('env').length === 0 ? [] : environments.map(({ id }) => id);
  const compared = await ask.stream(
    contract['baseline.compare'],
    { workspaceId, environmentIds, text },
    (one) => {
      drift.push(one);
      terminal.tell(`${one.environmentName}: ${one.state}`);
    },
  );
  if (!compared.ok) return fail(terminal, compared.error);
  const desired = desiredStates(
    drift.flatMap(({ apps, environmentId }) =>
      apps.flatMap(({ clientId, findings }) =>
        findings.map((finding) => ({ environmentId, clientId, finding })),
      ),
    ),
  );
  if (desired.length === 0) return { drift, plan: null };
  const planned = await ask.stream(contract['fleet.plan'], { workspaceId, desired }, () => undefined);
  return planned.ok ? { drift, plan: planned.value } : fail(terminal, planned.error);
};

const tellDrift = ({ terminal }: Work, drift: readonly EnvironmentDrift[]): void => {
  for (const { apps, environmentName, error, state } of drift) {
    if (state === 'unknown')
      terminal.tell(`${environmentName}: the workspace does not know this environment.`);
    if (error !== null) for (const line of failureLines(error)) terminal.tell(`${environmentName}: ${line}`);
    for (const { appName, findings } of apps)
      for (const finding of findings)
        terminal.tell(`${environmentName}: ${appName}: ${BASELINE_TEXTS.driftText(finding)}`);
  }
};

const stepRows = (plan: Plan): readonly (readonly string[])[] =>
  plan.environments.flatMap(({ appName, environmentName, problem, steps }) => [
    ...(problem === null
      ? []
      : [[environmentName, appName, 'cannot be planned', failureTitle(problem), '', '']]),
    ...steps.map(({ after, before, kind, risks, subject }) => [
      environmentName,
      appName,
      STEP_KIND_LABELS[kind],
      subject,
      before === '' && after === '' ? '' : `${before} → ${after}`,
      risks.join(', '),
    ]),
  ]);

const PLAN_HEADINGS = ['environment', 'app', 'step', 'subject', 'change', 'risks'];

/** Whether something is not as the baseline says, or could not be compared. */
const isNegative = ({ drift }: Compared): boolean => drift.some(({ state }) => state !== 'same');

/** `app-users plan`: what would make the fleet what a file says; changes nothing. */
export const planAppUsers: Command = {
  name: 'app-users plan',
  summary: 'Compare a baseline file with environments and plan the difference; changes nothing',
  operands: '<file>',
  problemWith: notOneFile,
  console: true,
  options: { ...CONSOLE_OPTIONS, ...ENVIRONMENT_OPTIONS },
  run: async (work) => {
    const compared = await compareAndPlan(work);
    if (typeof compared === 'number') return compared;
    const { terminal } = work;
    if (work.given.flag('json')) terminal.write(`${JSON.stringify(compared, null, 2)}\n`);
    else {
      tellDrift(work, compared.drift);
      if (compared.plan === null) terminal.tell('There is nothing to change.');
      else terminal.write(table(PLAN_HEADINGS, stepRows(compared.plan)));
    }
    return isNegative(compared) ? EXIT.negative : EXIT.ok;
  },
};

/** `app-users apply`: plans and applies; the same guards as in the window. */
export const applyAppUsers: Command = {
  name: 'app-users apply',
  summary: 'Make application users what a baseline file says, as a plan that is journaled and verified',
  operands: '<file>',
  problemWith: notOneFile,
  console: true,
  options: {
    ...CONSOLE_OPTIONS,
    ...ENVIRONMENT_OPTIONS,
    yes: { type: 'boolean', value: '', help: 'apply the plan; without it the plan is only shown' },
    confirm: {
      type: 'string',
      multiple: true,
      value: '<environment>',
      help: 'the name of a production environment that may be changed; can be given again',
    },
  },
  run: async (work) => {
    const { ask, given, terminal } = work;
    const compared = await compareAndPlan(work);
    if (typeof compared === 'number') return compared;
    const { drift, plan } = compared;
    const unread = drift.some(({ state }) => state === 'failed' || state === 'unknown');
    tellDrift(work, drift);
    if (plan === null) {
      terminal.tell('There is nothing to change.');
      return unread ? EXIT.negative : EXIT.ok;
    }
    if (!given.flag('json')) terminal.write(table(PLAN_HEADINGS, stepRows(plan)));
    if (!given.flag('yes')) return refuse(terminal, 'Nothing was changed. Add --yes to apply this plan.');
    const steps = new Map<string, StepProgress>();
    const nameOfStep = new Map(
      plan.environments.flatMap(({ appName, environmentName, steps: planned }) =>
        planned.map(({ id, kind, subject }) => [
          id,
          `${environmentName}: ${appName}: ${STEP_KIND_LABELS[kind]} ${subject}`,
        ]),
      ),
    );
    const told = tellProgress(terminal, nameOfStep.size);
    const applied = await ask.stream(
      contract['fleet.apply'],
      { planId: plan.id, digest: plan.digest, confirmations: [...given.texts('confirm')] },
      (progress) => {
        steps.set(progress.stepId, progress);
        const line = nameOfStep.get(progress.stepId);
        if (line === undefined || progress.state === 'pending' || progress.state === 'running') return;
        told(progress.stepId, `${line}: ${STEP_STATE_LABELS[progress.state]}`);
      },
    );
    if (!applied.ok && applied.error.code === 'confirmation-missing') {
      const missing = plan.confirmations.filter((name) => !given.texts('confirm').includes(name));
      const words = missing.map((name) => `--confirm "${name}"`).join(' ');
      return refuse(terminal, `Nothing was changed. Production environments have to be named: ${words}`);
    }
    if (!applied.ok) return fail(terminal, applied.error);
    for (const progress of applied.value.afterCancel) steps.set(progress.stepId, progress);
    for (const [id, line] of nameOfStep) {
      const at = steps.get(id);
      terminal.tell(`${line}: ${STEP_STATE_LABELS[at?.state ?? 'pending']}`);
      if (at?.error) for (const reason of failureLines(at.error)) terminal.tell(`  ${reason}`);
    }
    if (given.flag('json'))
      terminal.write(`${JSON.stringify({ drift, plan, result: applied.value }, null, 2)}\n`);
    switch (applied.value.state) {
      case 'succeeded':
        return unread || plan.environments.some(({ problem }) => problem !== null) ? EXIT.negative : EXIT.ok;
      case 'cancelled':
        return EXIT.cancelled;
      case 'failed':
      case 'partly-failed':
        return EXIT.negative;
    }
  },
};
