import { invalidPayload } from '../errors/request-faults.ts';
import { lookupTableKey, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { LinkedRecord } from './record-link.ts';

/** The owner columns of a row that belongs to a user or a team: the owner's business unit becomes the row's. */
export function ownerColumns(owner: LinkedRecord): Row {
  const isTeam = owner.table.logicalName === 'team';
  return {
    ownerid: owner.id,
    [lookupTableKey('ownerid')]: owner.table.logicalName,
    owninguser: isTeam ? null : owner.id,
    owningteam: isTeam ? owner.id : null,
    owningbusinessunit: textOf(owner.row, 'businessunitid'),
  };
}

/** The owner columns of a row that the caller creates for itself. */
export const ownedByCaller = ({ access }: Session): Row => ({
  ownerid: access.userId,
  [lookupTableKey('ownerid')]: 'systemuser',
  owninguser: access.userId,
  owningteam: null,
  owningbusinessunit: access.businessUnitId,
});

/** The owner that a payload names; clearing an owner is refused. */
export function namedOwner(
  links: ReadonlyMap<string, LinkedRecord | null>,
  table: string,
): LinkedRecord | null {
  if (!links.has('ownerid')) return null;
  const owner = links.get('ownerid') ?? null;
  if (owner === null) throw invalidPayload(table, 'A record must have an owner.');
  return owner;
}
