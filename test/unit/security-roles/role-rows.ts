import { parseBusinessUnitId, parseRoleId, parseSystemUserId } from '../../../preload/contract/words/ids.ts';

const guid = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
const made = <Id>(id: Id | null): Id => {
  if (id === null) throw new Error('no id');
  return id;
};

export const role = (number: number) => made(parseRoleId(guid(number)));
export const unit = (number: number) => made(parseBusinessUnitId(guid(number)));
export const user = made(parseSystemUserId(guid(900)));

export const ADMINISTRATOR = '627090ff-40a3-4053-8790-584edc5be201';

/** A `roles` row as the service sends it. */
export const roleRow = (
  number: number,
  name: string,
  unitNumber: number,
  change: Record<string, unknown> = {},
) => ({
  roleid: guid(number),
  name,
  _businessunitid_value: guid(unitNumber),
  _parentrootroleid_value: guid(number),
  _roletemplateid_value: null,
  ismanaged: false,
  iscustomizable: {
    Value: true,
    CanBeChanged: true,
    ManagedPropertyLogicalName: 'iscustomizableanddeletable',
  },
  isinherited: 1,
  ...change,
});

/** A `businessunits` row as the service sends it. */
export const unitRow = (number: number, name: string, parent: number | null) => ({
  businessunitid: guid(number),
  name,
  _parentbusinessunitid_value: parent === null ? null : guid(parent),
  isdisabled: false,
});
