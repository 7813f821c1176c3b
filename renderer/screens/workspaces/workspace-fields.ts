import { parseClientId } from '../../../preload/contract/words/ids.ts';
import type { CloudId, WorkspaceColour } from '../../../preload/contract/words/status.ts';
import { WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const TEXTS = WORKSPACES_TEXTS.create;

/** What is wrong with a workspace's name; null when nothing is. `others` are the workspaces it must not be mistaken for. */
export const nameProblem = (name: string, others: readonly Workspace[]): string | null => {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > 120 || /\p{Cc}/u.test(trimmed)) return TEXTS.nameMissing;
  const same = (other: Workspace) => other.name.toLocaleLowerCase() === trimmed.toLocaleLowerCase();
  return others.some(same) ? TEXTS.nameTaken : null;
};

/** What is wrong with the client id for signing in; null when nothing is. The demo cloud brings its own. */
export const clientIdProblem = (text: string, cloud: CloudId): string | null => {
  if (text.trim() === '') return cloud === 'demo' ? null : TEXTS.clientIdMissing;
  return parseClientId(text) === null ? TEXTS.clientIdWrong : null;
};

/** The name, or the next one like it that no workspace has; empty stays empty. */
export const freeName = (name: string, others: readonly Workspace[], count = 1): string => {
  const wanted = count === 1 ? name : `${name} ${count}`;
  const taken = others.some((other) => other.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  return name !== '' && taken ? freeName(name, others, count + 1) : wanted;
};

/** Microsoft's registration for development samples (Microsoft Learn: xrm-tooling/use-connection-strings-xrm-tooling-connect). */
const SAMPLE_CLIENT = '51f81489-12ee-4a9e-aaae-a2591f45987d';

/** What should be known of a client id that may be used all the same; null when there is nothing. */
export const clientIdWarning = (text: string): string | null =>
  parseClientId(text) === SAMPLE_CLIENT ? TEXTS.clientIdSample : null;

/** The first colour that no workspace has yet, so that two clients are not confused. */
export const freeColour = (workspaces: readonly Workspace[]): WorkspaceColour =>
  WORKSPACE_COLOURS.find((colour) => !workspaces.some((workspace) => workspace.colour === colour)) ?? 'blue';
