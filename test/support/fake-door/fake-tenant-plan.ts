import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { Plan, PlanStep } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { fakeId } from './fake-ids.ts';
import { environments, profiles } from './fake-world.ts';

type Change = InputOf<'fleet.planTenant'>['change'];

const step = (
  kind: PlanStep['kind'],
  subject: string,
  before: string,
  after: string,
  risks: PlanStep['risks'] = [],
): PlanStep => ({ id: `tenant/${kind}`, kind, subject, before, after, risks });

const add = (risks: PlanStep['risks']) =>
  step(
    'add-secret',
    'Order sync 2026-11-26 3f9c1a2b',
    'Not there',
    'In Entra until 2027-05-26, its value in the vault',
    risks,
  );
const WAIT = step(
  'await-credential',
  'Order sync 2026-11-26 3f9c1a2b',
  'Not known to every part of Entra',
  'Signs in to the tenant',
);
const USE = step(
  'use-credential',
  'Order sync 2026-11-26 3f9c1a2b',
  'rotation 2026 is in use',
  'In use, the old one is kept',
);

const stepsOf = (
  change: Change,
  forSession: boolean,
): { readonly first: PlanStep[]; readonly last: PlanStep[] } => {
  const kept = forSession ? (['kept-for-session'] as const) : [];
  switch (change.kind) {
    case 'rotate':
    case 'continue-rotation':
      return { first: [add([...kept]), WAIT], last: [USE] };
    case 'finish-rotation':
      return {
        first: [
          step('remove-secret', 'rotation 2026 (aB3…)', 'Works until 2027-03-25', 'Removed from Entra'),
          step('forget-credential', 'rotation 2026', 'In the vault', 'Removed from the vault'),
        ],
        last: [],
      };
    case 'remove-credential':
      return {
        first: [
          step('remove-secret', 'rotation 2026 (aB3…)', 'Works until 2027-03-25', 'Removed from Entra', [
            'last-credential',
            'in-use',
          ]),
        ],
        last: [],
      };
    case 'register-application': {
      const taken = profiles.some(({ name }) => name === change.name);
      return {
        first: [
          step(
            'create-application',
            change.name,
            taken ? 'Another app has this name' : 'No app registration',
            change.audience === 'AzureADMyOrg'
              ? 'App registration for this organisation only'
              : `App registration for any organisation that consents${change.publicRedirect ? ', redirect URI http://localhost' : ''}`,
            taken ? ['same-name'] : [],
          ),
          step(
            'create-service-principal',
            change.name,
            'No service principal',
            'Service principal in this tenant',
          ),
          step('add-profile', change.name, 'Not in this console', 'App profile in this workspace'),
        ],
        last: [],
      };
    }
    case 'set-service-principal':
      return {
        first: [
          change.enabled
            ? step('enable-service-principal', 'Portal backend', 'May not sign in', 'May sign in')
            : step('disable-service-principal', 'Order sync', 'May sign in', 'May not sign in', [
                'app-stops-in-tenant',
              ]),
        ],
        last: [],
      };
    case 'add-secret':
      return {
        first: [
          step('add-secret', change.label, '1 client secret in Entra', 'One more, its value in the vault', [
            ...kept,
          ]),
        ],
        last: [],
      };
    default:
      return { first: [], last: [] };
  }
};

/** A plausible plan of a change in a tenant; `forSession`: a new credential would live in memory alone. */
export const fakeTenantPlan = (
  { workspaceId, change }: InputOf<'fleet.planTenant'>,
  forSession: boolean,
): Plan => {
  const rotates = change.kind === 'rotate' || change.kind === 'continue-rotation';
  const registers = change.kind === 'register-application';
  const blocks = change.kind === 'set-service-principal' && !change.enabled;
  const removes = change.kind === 'finish-rotation' || change.kind === 'remove-credential';
  return {
    id: fakeId.plan(2),
    digest: 'digest',
    workspaceId,
    madeAt: new Date().toISOString(),
    tenant: {
      tenantName: 'Northwind',
      appName: registers ? change.name : 'Order sync',
      clientId: fakeId.client(1),
      appProfileId: fakeId.profile(registers ? 9 : 1),
      credentialId: fakeId.credential(50),
      rotationId: rotates || change.kind === 'finish-rotation' ? fakeId.rotation(1) : null,
      ...stepsOf(change, forSession),
    },
    environments: rotates
      ? environments.slice(0, 3).map(({ id, name, production }) => ({
          environmentId: id,
          environmentName: name,
          production,
          clientId: fakeId.client(1),
          appName: 'Order sync',
          steps: [
            {
              ...step('prove-credential', 'Order sync', 'Not proved here', 'Signs in with the new one'),
              id: 'prove/1',
            },
          ],
          problem: null,
        }))
      : [],
    confirmations:
      removes || blocks ? ['Northwind', ...(change.kind === 'remove-credential' ? ['Order sync'] : [])] : [],
  };
};

/** Plays a plan of a tenant through to its end, step after step, at the pace of the scenario. */
export const playTenant = async (
  plan: Pick<Plan, 'environments'> & NonNullable<Plan['tenant']>,
  emit: (event: EventOf<'fleet.apply'>) => Promise<void>,
  signal: AbortSignal,
  pace: number,
  refusal: AppError | null,
): Promise<OutputOf<'fleet.apply'>['state']> => {
  const all = [
    ...plan.first.map(({ id }) => ({ environmentId: null, stepId: id })),
    ...plan.environments.flatMap(({ environmentId, steps }) =>
      steps.map(({ id }) => ({ environmentId, stepId: id })),
    ),
    ...plan.last.map(({ id }) => ({ environmentId: null, stepId: id })),
  ];
  for (const [index, place] of all.entries()) {
    const send = (state: StepState, error: AppError | null = null) => emit({ ...place, state, error });
    if (signal.aborted) return 'cancelled';
    await send('running');
    if (pace > 0) await new Promise((resolve) => setTimeout(resolve, pace));
    if (refusal !== null && index === all.length - 1) {
      await send('failed', refusal);
      return 'partly-failed';
    }
    await send('done');
  }
  return 'succeeded';
};
