import type { EnvironmentDrift, KeptBaseline } from '../../../preload/contract/baseline.ts';
import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Scenario } from './scenario.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { fakeId } from './fake-ids.ts';
import { daysAgo, environments, failureOf } from './fake-world.ts';

/** A baseline as the console writes it. */
export const BASELINE_TEXT = `# Application users as they were on 2026-11-20: what shall stay so.
version: 1
groups:
  everywhere:
${environments.map(({ url }) => `    - ${url}`).join('\n')}
apps:
  - name: Order sync
    clientId: ${fakeId.client(1)}
    rules:
      - in: [everywhere]
        user: present
        enabled: true
        businessUnit: root
        roles:
          exactly: [Order Import Service]
        teams:
          exactly: []
  - name: Warehouse sync
    clientId: ${fakeId.client(2)}
    rules:
      - in: [everywhere]
        user: present
        roles:
          atLeast: [Basic User]
`;

type Finding = EnvironmentDrift['apps'][number]['findings'][number];
const finding = (
  kind: Finding['kind'],
  subject: string,
  change: Finding['change'],
  actual = '',
): Finding => ({ kind, subject, actual, change });

const ORDER = { clientId: fakeId.client(1), appName: 'Order sync' };
const WAREHOUSE = { clientId: fakeId.client(2), appName: 'Warehouse sync' };
const STRANGER = { clientId: fakeId.client(7), appName: 'Legacy export' };

/** What differs, by the place of the environment in the list. */
const APPS: Readonly<Record<number, EnvironmentDrift['apps']>> = {
  1: [
    {
      ...ORDER,
      findings: [
        finding('role-extra', 'System Administrator', { removeRoles: ['System Administrator'] }),
        finding('role-missing', 'Order Import Service', { addRoles: ['Order Import Service'] }),
      ],
    },
    { ...STRANGER, findings: [finding('not-in-baseline', '', null, 'System Customizer')] },
  ],
  4: [
    {
      ...ORDER,
      findings: [finding('user-missing', '', { ensureUser: true, addRoles: ['Order Import Service'] })],
    },
  ],
  7: [
    {
      ...ORDER,
      findings: [
        finding('disabled', '', { enabled: true }),
        finding('business-unit', 'Northwind', { businessUnit: { kind: 'root' } }, 'Sales EMEA'),
      ],
    },
    {
      ...WAREHOUSE,
      findings: [
        finding('role-unknown', 'Basic User', null),
        finding('team-missing', 'Field Agents', { addTeams: ['Field Agents'] }),
        finding('profile-missing', 'Bank details', { addProfiles: ['Bank details'] }),
      ],
    },
  ],
  12: [{ ...STRANGER, findings: [finding('not-in-baseline', '', null, '')] }],
  20: [
    {
      ...WAREHOUSE,
      findings: [
        finding('user-soft-deleted', '', { ensureUser: true, purgeTwin: true, addRoles: ['Basic User'] }),
      ],
    },
  ],
};

/** How one environment of the fake world compares with its baseline. */
export const driftOf = (environment: Environment, index: number, denied: boolean): EnvironmentDrift => {
  const { id: environmentId, name: environmentName, url } = environment;
  const error = denied ? failureOf(3) : failureOf(index);
  const place = { url, environmentId, environmentName, compared: 2 };
  if (error !== null) return { ...place, state: 'failed', apps: [], error };
  const apps = APPS[index] ?? [];
  const drifted = apps.some(({ findings }) => findings.some(({ kind }) => kind !== 'not-in-baseline'));
  return { ...place, state: drifted ? 'drifted' : 'same', apps, error: null };
};

/** The summary of what was compared. */
export const summaryOf = (compared: readonly EnvironmentDrift[], at: string) => {
  const count = (state: EnvironmentDrift['state']): number =>
    compared.filter((one) => one.state === state).length;
  return {
    at,
    same: count('same'),
    drifted: count('drifted'),
    failed: count('failed'),
    unknown: count('unknown'),
  };
};

/** The baseline that is kept from the beginning, compared two days ago. */
export const keptBaseline = (denied: boolean, text = BASELINE_TEXT): KeptBaseline => {
  const compared = environments.map((environment, index) => driftOf(environment, index, denied));
  return {
    text,
    name: 'northwind-baseline.yaml',
    keptAt: daysAgo(6),
    apps: 2,
    environments: environments.length,
    last: { summary: summaryOf(compared, daysAgo(2)), environments: compared },
  };
};

type Emit<Event> = (event: Event) => Promise<void>;

/** The methods of baselines over the fake world; a text with `faulty` in it has two faults. */
export const fakeBaseline = (scenario: Pick<Scenario, 'baseline' | 'denied' | 'empty' | 'pace'>) => {
  let kept: KeptBaseline | null =
    scenario.baseline === 'none' || scenario.empty ? null : keptBaseline(scenario.denied);
  if (kept !== null && scenario.baseline === 'uncompared') kept = { ...kept, last: null };
  const faultsIn = (text: string): OutputOf<'baseline.check'>['faults'] =>
    text.includes('faulty')
      ? [
          { kind: 'unknown-group', line: 3, column: 7, params: { group: 'faulty' } },
          { kind: 'unknown-field', line: 5, column: 3, params: { field: 'appz' } },
        ]
      : [];
  const pause = () => new Promise((resolve) => setTimeout(resolve, scenario.pace));
  const counted = (text: string) =>
    faultsIn(text).length > 0 ? { apps: 0, environments: 0 } : { apps: 2, environments: environments.length };
  return {
    calls: {
      'baseline.get': () => ok({ kept }),
      'baseline.check': ({ text }: InputOf<'baseline.check'>) =>
        ok({ faults: faultsIn(text), ...counted(text) }),
      'baseline.keep': ({ text, name }: InputOf<'baseline.keep'>) => {
        const faults = faultsIn(text);
        if (faults.length > 0) return ok({ faults, kept: null });
        kept = { text, name, keptAt: new Date().toISOString(), ...counted(text), last: null };
        return ok({ faults, kept });
      },
      'baseline.standing': () =>
        ok({
          enabled: true,
          businessUnit: { kind: 'root' as const },
          businessUnitName: 'Northwind',
          roles: ['Order Sync Integration', 'Basic User'],
          teams: ['Field Agents'],
          profiles: ['Bank details'],
        }),
      'baseline.forget': () => {
        kept = null;
        return ok({});
      },
      'baseline.export': ({ format }: InputOf<'baseline.export'>) =>
        ok({
          text: `# ${format}\n`,
          suggestedName: `application-users.${format === 'terraform' ? 'tf' : 'sh'}`,
        }),
    },
    streams: {
      'baseline.write': async (
        { environmentIds }: InputOf<'baseline.write'>,
        emit: Emit<EventOf<'baseline.write'>>,
        signal: AbortSignal,
      ) => {
        const asked = environments.filter(
          ({ id }) => environmentIds.length === 0 || environmentIds.includes(id),
        );
        let failures = 0;
        let cancelled = 0;
        for (const environment of asked) {
          if (scenario.pace > 0) await pause();
          const error = failureOf(environments.indexOf(environment));
          if (signal.aborted) cancelled += 1;
          else await emit({ environmentId: environment.id, error });
          if (error !== null) failures += 1;
        }
        return ok({
          text: BASELINE_TEXT,
          apps: 2,
          environments: asked.length - failures - cancelled,
          failed: failures,
          cancelled,
          leftOut: { platform: 12, softDeleted: 1, ambiguous: 0 },
        });
      },
      'baseline.compare': async (
        { environmentIds }: InputOf<'baseline.compare'>,
        emit: Emit<EventOf<'baseline.compare'>>,
        signal: AbortSignal,
      ) => {
        const compared: EnvironmentDrift[] = [];
        for (const [index, environment] of environments.entries()) {
          if (environmentIds.length > 0 && !environmentIds.includes(environment.id)) continue;
          if (scenario.pace > 0) await pause();
          if (signal.aborted) break;
          const drift = driftOf(environment, index, scenario.denied);
          compared.push(drift);
          await emit(drift);
        }
        const summary = summaryOf(compared, new Date().toISOString());
        if (kept !== null && !signal.aborted && environmentIds.length === 0)
          kept = { ...kept, last: { summary, environments: compared } };
        return ok({ ...summary, cancelled: signal.aborted ? environments.length - compared.length : 0 });
      },
    },
  };
};
export type FakeBaseline = ReturnType<typeof fakeBaseline>;
