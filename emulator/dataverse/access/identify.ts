import type { Caller } from '../seam.ts';
import { notMember, userDisabled } from '../errors/access-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';

/**
 * Finds the user row behind a token: by directory object id, and for an app also by client id, so that an
 * application id that was re-created in the directory does not match an old row. Refuses strangers, tokens of
 * another tenant, deleted and disabled rows.
 */
export function identify(environment: Environment, caller: Caller): Row {
  if (caller.tenantId !== environment.seed.tenantId) throw notMember();
  const users = environment.rows(requireTable('systemuser'));
  const matches = [...users.where('azureactivedirectoryobjectid', caller.objectId.toLowerCase())].filter(
    (row) =>
      row['deletedstate'] !== 1 &&
      textOf(row, 'applicationid') === (caller.kind === 'app' ? caller.appId.toLowerCase() : null),
  );
  const row = matches.find((it) => it['isdisabled'] !== true) ?? matches[0];
  if (row === undefined) throw notMember();
  if (row['isdisabled'] === true || !inEnabledUnit(environment, row)) throw userDisabled();
  return row;
}

/** A disabled business unit shuts out its users and those of all units below it (Learn: "Create or edit business units"). */
export function inEnabledUnit(environment: Environment, user: Row): boolean {
  const units = environment.rows(requireTable('businessunit'));
  let unit = units.get(textOf(user, 'businessunitid') ?? '');
  if (unit === null) return false;
  while (unit !== null) {
    if (unit['isdisabled'] === true) return false;
    unit = units.get(textOf(unit, 'parentbusinessunitid') ?? '');
  }
  return true;
}
