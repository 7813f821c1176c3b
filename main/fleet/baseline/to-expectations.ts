import type { BaselineFault, BaselineFaultKind } from '../../../preload/contract/words/baseline.ts';
import { parseClientId, parseOrgUrl } from '../../../preload/contract/words/ids.ts';
import type { OrgUrl } from '../../../preload/contract/words/ids.ts';
import type { BaselineDocument, BaselineRule } from './document-schema.ts';
import type { Expectation, ExpectedNames } from './expectation.ts';
import type { FaultByPath } from './schema-faults.ts';

type Path = FaultByPath['path'];
type Found = { readonly expectations: readonly Expectation[]; readonly faults: readonly FaultByPath[] };
type Faulted = (kind: BaselineFaultKind, path: Path, params: BaselineFault['params'], field?: string) => void;

/** Apps × environments of one baseline. */
const MOST_EXPECTATIONS = 20_000;

const normalUrl = (text: string): OrgUrl | null =>
  URL.canParse(text) ? parseOrgUrl(new URL(text).origin) : null;

/** Names compare as Dataverse compares text: ignoring case. */
const twice = (names: readonly string[]): number => {
  const seen = new Set<string>();
  return names.findIndex((name) => {
    const key = name.trim().toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
};

const namesOf = (asked: BaselineRule['roles'], path: Path, fault: Faulted): ExpectedNames | null => {
  if (asked === undefined) return null;
  const { exactly, atLeast } = asked;
  if ((exactly === undefined) === (atLeast === undefined)) {
    fault('one-of', path, { one: 'exactly', other: 'atLeast' });
    return null;
  }
  const mode = exactly === undefined ? 'at-least' : 'exactly';
  const names = exactly ?? atLeast ?? [];
  const at = twice(names);
  const key = mode === 'exactly' ? 'exactly' : 'atLeast';
  if (at >= 0) fault('name-twice', [...path, key, at], { name: names[at] ?? '' });
  return { mode, names };
};

const ABSENT_LEAVES_OUT = ['enabled', 'businessUnit', 'roles', 'teams', 'columnSecurityProfiles'] as const;

/** The environments of a rule: its own addresses, and those of the groups it names. */
const environmentsOf = (
  rule: BaselineRule,
  groups: ReadonlyMap<string, readonly OrgUrl[]>,
  path: Path,
  fault: Faulted,
): readonly { readonly url: OrgUrl; readonly path: Path }[] =>
  rule.in.flatMap((item, at) => {
    const here = [...path, 'in', at];
    const url = item.includes(':') ? normalUrl(item) : null;
    if (url !== null) return [{ url, path: here }];
    const group = groups.get(item);
    if (group !== undefined) return group.map((one) => ({ url: one, path: here }));
    if (item.includes(':')) fault('address', here, { text: item });
    else fault('unknown-group', here, { group: item });
    return [];
  });

/**
 * Takes a document apart into what it says of each app in each environment, and finds what no schema can: groups that do not
 * exist, an app or an environment that is described twice. Pure.
 */
export const toExpectations = (document: BaselineDocument): Found => {
  const faults: FaultByPath[] = [];
  const expectations: Expectation[] = [];
  const fault: Faulted = (kind, path, params, field) => {
    faults.push({ kind, path, params, field: field ?? null });
  };
  const groups = new Map(
    Object.entries(document.groups ?? {}).map(([name, addresses]) => {
      const urls = addresses.map((text, at) => {
        const url = normalUrl(text);
        if (url === null) fault('address', ['groups', name, at], { text });
        return url;
      });
      return [name, [...new Set(urls.filter((url) => url !== null))]] as const;
    }),
  );

  const apps = new Set<string>();
  for (const [at, app] of document.apps.entries()) {
    const clientId = parseClientId(app.clientId);
    if (clientId === null) {
      fault('client-id', ['apps', at, 'clientId'], { text: app.clientId });
      continue;
    }
    if (apps.has(clientId)) fault('app-twice', ['apps', at, 'clientId'], { clientId });
    apps.add(clientId);

    const environments = new Set<OrgUrl>();
    for (const [index, rule] of app.rules.entries()) {
      const path = ['apps', at, 'rules', index];
      const present = rule.user === 'present';
      if (!present) {
        for (const field of ABSENT_LEAVES_OUT)
          if (rule[field] !== undefined) fault('absent-with', path, { field }, field);
      }
      const { businessUnit: unit } = rule;
      const said = {
        clientId,
        appName: app.name,
        present,
        enabled: rule.enabled ?? null,
        businessUnit:
          unit === undefined
            ? null
            : unit === 'root'
              ? ({ kind: 'root' } as const)
              : ({ kind: 'named', name: unit.name } as const),
        roles: namesOf(rule.roles, [...path, 'roles'], fault),
        teams: namesOf(rule.teams, [...path, 'teams'], fault),
        profiles: namesOf(rule.columnSecurityProfiles, [...path, 'columnSecurityProfiles'], fault),
      };
      for (const { url, path: where } of environmentsOf(rule, groups, path, fault)) {
        if (environments.has(url)) fault('environment-twice', where, { app: app.name, environment: url });
        environments.add(url);
        if (expectations.length < MOST_EXPECTATIONS) expectations.push({ ...said, url });
        else if (faults.at(-1)?.kind !== 'too-many')
          fault('too-many', ['apps'], { field: 'apps and environments', most: MOST_EXPECTATIONS });
      }
    }
  }
  return { expectations, faults };
};
