import { parseClientId, parseSystemUserId } from '../../../preload/contract/words/ids.ts';

const guid = (digit: string): string =>
  `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;

const parsed = <Id>(id: Id | null): Id => {
  if (id === null) throw new Error('no id');
  return id;
};

export const ids = {
  user: parsed(parseSystemUserId(guid('a'))),
  client: parsed(parseClientId(guid('b'))),
  otherClient: parsed(parseClientId(guid('9'))),
  servicePrincipal: guid('c'),
  unit: guid('d'),
  administratorRoot: guid('e'),
  administratorCopy: guid('f'),
  role: guid('1'),
  roleRoot: guid('2'),
};

/** A `systemusers` row as the service sends it for a healthy application user. */
export const serviceRow = (change: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  systemuserid: ids.user,
  applicationid: ids.client,
  azureactivedirectoryobjectid: ids.servicePrincipal,
  azurestate: 0,
  deletedstate: 0,
  isdisabled: false,
  accessmode: 4,
  fullname: '# Contoso Integration Hub',
  domainname: 'hub_b@tenant',
  _businessunitid_value: ids.unit,
  businessunitid: { name: 'Contoso', businessunitid: ids.unit },
  createdon: '2026-01-02T03:04:05Z',
  modifiedon: null,
  systemuserroles_association: [
    {
      roleid: ids.role,
      name: 'Integration',
      _parentrootroleid_value: ids.roleRoot,
      _roletemplateid_value: null,
    },
  ],
  ...change,
});
