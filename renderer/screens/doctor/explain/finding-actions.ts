import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import type { Finding } from '../../../../preload/contract/explain.ts';
import type { FindingKind } from '../../../../preload/contract/words/finding.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { EXPLAINER_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Place } from '../../../places/index.ts';

/** Something that the console can do about an error. */
export type FindingAction = { readonly label: string; readonly place: Place };

/** What the actions of a finding are made from: the workspace, and what is known in it. */
export type Known = {
  readonly workspaceId: WorkspaceId;
  readonly profiles: readonly AppProfile[];
  readonly environments: readonly Environment[];
};

/** What the doctor's chain can look into. */
const DIAGNOSED: readonly FindingKind[] = ['sign-in', 'permission', 'policy', 'propagation', 'network'];
const TABLE = /^[A-Za-z_]\w{0,127}$/;

const hostOf = (address: string): string => {
  const text = address.includes('://') ? address : `https://${address}`;
  return URL.parse(text)?.hostname.replace('.api.', '.') ?? '';
};

/** Where to go on from a finding, with the app, environment, table and privilege that it names filled in. */
export const findingActions = (finding: Finding, known: Known): readonly FindingAction[] => {
  const { workspaceId } = known;
  const named = (what: Finding['who'][number]['what']): readonly string[] =>
    finding.who.filter((one) => one.what === what).map(({ value }) => value);
  const ids = named('app').map((value) => value.toLowerCase());
  const app = known.profiles.find(({ clientId }) => ids.includes(clientId));
  const hosts = [...named('host'), ...named('resource')].map(hostOf);
  const environment = known.environments.find(({ url }) => hosts.includes(hostOf(url)));
  const where = environment === undefined ? {} : { environments: environment.id };
  const whom = app === undefined ? {} : { app: app.id };
  const { privilege, table, touch, verb } = finding;

  const roles: readonly FindingAction[] =
    privilege === null
      ? []
      : [
          {
            label: TEXTS.findRoles,
            place: { page: 'security-roles', workspaceId, params: { view: 'who', ask: privilege } },
          },
        ];
  const access: readonly FindingAction[] =
    touch === 'application-user'
      ? [
          {
            label: TEXTS.giveAccess,
            place: { page: 'application-users/new', workspaceId, params: { ...whom, ...where } },
          },
        ]
      : [];
  const credentials: readonly FindingAction[] =
    touch === 'credential' && app !== undefined
      ? [
          {
            label: TEXTS.openCredentials,
            place: { page: 'applications', workspaceId, params: { app: app.id, tab: 'credentials' } },
          },
        ]
      : [];
  const asked =
    verb === null || verb === 'Other' || table === null || !TABLE.test(table)
      ? {}
      : { verb, question: table.toLowerCase() };
  const run = app !== undefined && environment !== undefined ? { do: 'run' } : {};
  const doctor: readonly FindingAction[] = DIAGNOSED.includes(finding.kind)
    ? [
        {
          label: app === undefined ? TEXTS.diagnose : TEXTS.diagnoseApp(app.name),
          place: {
            page: 'doctor',
            workspaceId,
            params: { tab: 'diagnose', ...whom, ...where, ...asked, ...run },
          },
        },
      ]
    : [];
  return [...roles, ...access, ...credentials, ...doctor];
};
