import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { readBusinessUnits } from '../dataverse/business-units.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { hasChosenMembers, readAllTeams } from './teams.ts';

/** Names of an environment's business units below the root and of the teams whose members can be chosen, each once, sorted. */
export type Placement = { readonly units: readonly string[]; readonly teams: readonly string[] };

const names = (items: readonly { readonly name: string }[]): readonly string[] =>
  [...new Set(items.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b));

/** Reads where an application user of an environment can be put; disabled business units are left out. */
export const readPlacement = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<Placement>> => {
  const [units, teams] = await Promise.all([readBusinessUnits(client, signal), readAllTeams(client, signal)]);
  if (!units.ok) return units;
  if (!teams.ok) return teams;
  return ok({
    units: names(units.value.filter(({ parentId, disabled }) => parentId !== null && !disabled)),
    teams: names(teams.value.filter(hasChosenMembers)),
  });
};
