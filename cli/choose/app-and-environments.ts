import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { Setting } from './setting.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const hostOf = (text: string): string =>
  URL.parse(text.includes('://') ? text : `https://${text}`)?.host ?? '';
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The app that a command names by name or client id; the only one where it names none. In words when that is not one app. */
export const chooseApp = ({ apps, workspace }: Setting, asked: string | null): AppProfile | string => {
  if (asked !== null) {
    const found = apps.find(({ clientId, name }) => same(name, asked) || same(clientId, asked));
    const others = apps.map(({ name }) => name);
    return found ?? `No app of ${workspace.name} is called '${asked}'. There are: ${listed(others)}.`;
  }
  const [only, second] = apps;
  if (only === undefined) return `${workspace.name} has no app yet.`;
  return second === undefined ? only : `Choose an app with --app: ${listed(apps.map(({ name }) => name))}.`;
};

/** Environments that a command names by name, address or host; all of the workspace where it names none. In words when one is not known. */
export const chooseEnvironments = (
  { environments, workspace }: Setting,
  asked: readonly string[],
): readonly Environment[] | string => {
  if (environments.length === 0) return `${workspace.name} has no environments yet.`;
  if (asked.length === 0) return environments;
  const chosen = new Set<Environment>();
  for (const text of asked) {
    const found = environments.find(({ name, url }) => same(name, text) || hostOf(url) === hostOf(text));
    if (found === undefined) {
      const known = environments.slice(0, 20).map(({ name }) => name);
      return `No environment of ${workspace.name} is called '${text}'. There are: ${listed(known)}${environments.length > 20 ? ' and more' : ''}.`;
    }
    chosen.add(found);
  }
  return [...chosen];
};
