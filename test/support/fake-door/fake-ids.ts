import * as ids from '../../../preload/contract/words/ids.ts';

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('the fake door made a malformed id');
  return value;
};

const guid = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-5b1c-4c2e-9a3d-${(number * 7919 + 0xa1b2c3d4e5).toString(16).padStart(12, '0').slice(-12)}`;

/** Ids of made-up things, the same on every run. */
export const fakeId = {
  workspace: (n: number) => must(ids.parseWorkspaceId(guid(1, n))),
  environment: (n: number) => must(ids.parseEnvironmentId(guid(2, n))),
  organization: (n: number) => must(ids.parseOrganizationId(guid(3, n))),
  tenant: (n: number) => must(ids.parseTenantId(guid(4, n))),
  client: (n: number) => must(ids.parseClientId(guid(5, n))),
  profile: (n: number) => must(ids.parseAppProfileId(guid(6, n))),
  credential: (n: number) => must(ids.parseCredentialId(guid(7, n))),
  user: (n: number) => must(ids.parseSystemUserId(guid(8, n))),
  application: (n: number) => must(ids.parseApplicationObjectId(guid(16, n))),
  key: (n: number) => guid(17, n),
  servicePrincipal: (n: number) => must(ids.parseServicePrincipalId(guid(9, n))),
  role: (n: number) => must(ids.parseRoleId(guid(10, n))),
  team: (n: number) => must(ids.parseTeamId(guid(18, n))),
  businessUnit: (n: number) => must(ids.parseBusinessUnitId(guid(11, n))),
  privilege: (n: number) => must(ids.parsePrivilegeId(guid(12, n))),
  columnSecurityProfile: (n: number) => must(ids.parseColumnSecurityProfileId(guid(19, n))),
  plan: (n: number) => must(ids.parsePlanId(guid(13, n))),
  operation: (n: number) => must(ids.parseOperationId(guid(14, n))),
  rotation: (n: number) => must(ids.parseRotationId(guid(16, n))),
  run: (n: number) => must(ids.parseRunId(guid(15, n))),
  orgUrl: (text: string) => must(ids.parseOrgUrl(text)),
};
