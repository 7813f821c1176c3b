import type { EnvironmentSeed } from './environment-seed.ts';

/** Rules of Dataverse that nobody could confirm; whoever runs the demo cloud chooses. The first value is the default. */
export const dataverseRules = {
  // Requests and answers
  /** HEAD: refused, as ASP.NET Web API does with what nobody wrote a method for and Learn's table of methods has it, or answered as GET, because `allow` names it. */
  headRequests: ['refuse', 'answer'],
  /** A body without `Content-Type`: taken as JSON, as in an example of Learn, or refused as ASP.NET Web API does, since Learn wants one elsewhere. */
  bodyWithoutType: ['json', 'refuse'],
  /** Text for a body that is said to be no JSON: that of ASP.NET Web API, or of the OData library. */
  unsupportedTypeText: ['webApi', 'odata'],
  /** `OData-Version` or `OData-MaxVersion` below 4.0: answered as if it were not there, or refused, as the protocol has it (OData 4.0 Part 1, 8.1.5, 8.2.7). */
  olderProtocol: ['answered', 'refused'],
  /** Code of the refusal of a column that a table does not have. */
  unknownColumnCode: ['0x80041103', '0x80060888', '0x0'],
  /** Code of the refusal of a path segment that there is not. */
  unknownSegmentCode: ['0x80060888', '0x8006088a'],
  /** Text of 0x80040225 for somebody who is disabled: as Learn lists it, or as it was seen. */
  disabledUserText: ['listed', 'seen'],
  /** A batch in a batch: refused by its name, or a segment that is not found. */
  nestedBatch: ['refused', 'notFound'],
  /** A batch that is not closed: an unexpected end, or a stream that cannot be read, as with wrong line ends. */
  unclosedBatch: ['unexpectedEnd', 'notReadable'],
  /** Line ends of a batch: CRLF alone, as Learn has it, or bare line feeds as well, which published clients send and the OData library reads. */
  batchLineEnds: ['crlf', 'any'],
  // Queries
  /** Whether expanded collections have a next link. */
  expandedNextLinks: ['always', 'never'],
  /** Which expanded records have an etag: by the kind of query, as in Learn's examples, or always; with the first, those of collections have the lookup that leads back. */
  expandedEtags: ['byQuery', 'always'],
  /** Whether a query that nests expansions with a collection among them takes `$top`: refused with the service's words by one set of live tests, taken by another. */
  topBesideNested: ['refuse', 'allow'],
  /** Whether `$orderby` takes a property of what a lookup leads to (`primarycontactid/fullname`), or fails on it as was seen. */
  orderByRelated: ['allow', 'refuse'],
  /** Values of alternate keys with `/ # < > * % & : \\ ? +` in an address: refused, because Learn says that reading and changing by them does not work, or taken. */
  alternateKeyCharacters: ['refuse', 'accept'],
  /** The code for a table that definitions are asked for and that there is not: that of its name, or that of all that the OData layer refuses. */
  unknownTableCode: ['0x80041102', '0x80060888'],
  /** Whether an id in `$filter` may stand in quotes (`_ownerid_value eq '<id>'`), as tools of others write it, or is refused as text. */
  idsAsText: ['allow', 'refuse'],
  /** Whether `$filter` of definitions takes the member of an enum as plain text (`AttributeType ne 'Virtual'`), as tools of others write it. */
  enumsAsText: ['allow', 'refuse'],
  /** Whether queries of definitions take `$count=true`, which tools of others send, or refuse it with the other options that they refuse. */
  countedDefinitions: ['allow', 'refuse'],
  /** `GlobalOptionSet` of a choice that one column has alone: null, as Learn had it for years, or that choice, as the same example of Learn has it now. */
  ownChoiceAsGlobal: ['null', 'choice'],
  /** Rows that a query does not order: as they were made, or by their key, as Learn says of FetchXML; the service's own keys grow as time goes on, those of the demo do not. */
  rowsWithoutOrder: ['asMade', 'byKey'],
  /** Whether `Above`, `Under` and the like can be asked of a lookup, as their operators in FetchXML can, or of the key of a table alone. */
  hierarchyOfLookups: ['allow', 'refuse'],
  /** Whether `$apply` groups by the value of a lookup (`groupby((_ownerid_value))`), as published clients ask, or knows no such property, as others report. */
  groupedLookups: ['allow', 'refuse'],
  /** Whether `$apply` counts distinct values. */
  applyCountDistinct: ['allow', 'refuse'],
  // FetchXML
  /** Attributes that the schema of FetchXML does not have: passed over, or refused. */
  fetchUnknownAttributes: ['ignore', 'refuse'],
  /** A FetchXML `count` above 5,000: pages of 5,000, or refused. */
  fetchCountOverLimit: ['cap', 'refuse'],
  /** The sum of a group without values in FetchXML: 0, or left out. */
  fetchSumOfNothing: ['zero', 'null'],
  /** A FetchXML link of type inner inside one of type outer that finds nothing: joins follow each other as in SQL, or belong together. */
  innerUnderOuter: ['dropsRow', 'keepsRow'],
  /** The calendar year that gives a fiscal year its number in FetchXML: that of its start or of its end. */
  fiscalYearNamedAfter: ['start', 'end'],
  /** Whether a number of last or next fiscal periods goes up to or from now, as numbers of days do, or is of whole periods. */
  countedFiscalPeriods: ['upToNow', 'whole'],
  // What is written
  /** A link that exists is made again: 204, or 412 with 0x80040237. */
  linkMadeTwice: ['accept', 'refuse'],
  /** Whether the `@odata.id` of a `$ref` may be relative, as Learn showed it in 2021, or has to begin with the address of the Web API, as was seen in 2025. */
  relativeReferences: ['accept', 'refuse'],
  /** `"primarycontactid": null` clears the lookup, as Learn has it, or is passed over, as was seen. */
  lookupSetToNull: ['clears', 'ignored'],
  /** `overriddencreatedon` of a new record: kept beside the time at which it was made, or taken as that time: blogs say both. */
  overriddenCreatedOn: ['beside', 'createdOn'],
  /** Decimals beyond the precision of a column: rounded, or kept. */
  extraDecimals: ['rounded', 'kept'],
  // Users and teams of groups
  /** Whether WhoAmI answers a user without any role: 200, or 403 with 0x80042F09. */
  whoAmIWithoutRoles: ['allow', 'refuse'],
  /** A disabled user is deleted in two steps (soft, then for good), or at once. */
  userDeletion: ['twoSteps', 'oneStep'],
  /** What the full name of a new application user is filled from. */
  applicationUserName: ['displayName', 'domainName'],
  /** The refusal of an application user whose app the directory does not know: 0x80072559, or 0x8004F510 as scripts of others see it. */
  unknownApplication: ['aadError', 'notFound'],
  /** `azurestate` of application users: as their service principals are in the directory now, or as the seed has it, as if the service had not looked yet. */
  azureState: ['followsDirectory', 'asSeeded'],
  /** What the functions about users of the directory tell of an id that nobody has: nothing, or 404. */
  unknownDirectoryUser: ['nothing', 'refuse'],
  /** When a change of groups counts in the teams of groups: at the next sign-in, which a new token is here, or after eight hours, as Learn says, or at once. */
  groupMembership: ['untilSignIn', 'atOnce'],
  /** Whether members of a group that is in the group of a team are in that team. */
  groupsInGroups: ['count', 'ignore'],
  /** Whether a service principal that is in a group is in the team of the group: Learn speaks of people alone. */
  groupTeamsHaveApps: ['no', 'yes'],
  // Roles and what they reach
  /** What the body of RemovePrivilegeRole names its privilege with. */
  removePrivilegeRoleTakes: ['reference', 'id', 'both'],
  /** AddPrivilegesRole with a lower depth than the role has: the higher one stays, as was seen, or it is lowered. */
  addedLowerDepth: ['keepsHigher', 'lowers'],
  /** Whether a role held through a team reaches the records of that team alone, or of every team that its holder is in. */
  teamRoleReaches: ['ownTeam', 'everyTeam'],
  /** What becomes of the copies of roles that a moved business unit does not inherit any more. */
  rolesOfMovedUnits: ['removed', 'kept'],
  /** Where the reports of a manager are: in its business unit and anywhere below it, or right below it alone. */
  managerUnits: ['above', 'parent'],
  /** How deep hierarchy security lets records be changed: those of direct reports, or three levels. */
  hierarchyWrites: ['directReports', 'threeLevels'],
  /** Whether a team with the role System Administrator has the column security profile of that name, as users have it. */
  administratorProfileOfTeams: ['yes', 'no'],
  /** Whose column security profiles count for a request on behalf of somebody: that user's, or what the profiles of both allow. */
  columnsOnBehalf: ['user', 'both'],
  // Solutions
  /** A second publisher of the same unique name: 412 with 0x80040237, or taken. */
  publisherNameTwice: ['refuse', 'accept'],
  /** What changing the contents of a solution needs: prvReadSystemForm to add and nothing to remove, as Learn lists it, or Write on the solution. */
  solutionContents: ['asListed', 'writeSolution'],
  /** A managed solution brings what is here unmanaged: refused without ConvertToManaged, or made managed: Learn says both, of some components. */
  unmanagedUnderManaged: ['refuse', 'convert'],
  /** Whether who imports a role has to hold what it grants, as with AddPrivilegesRole. */
  importedRolePrivileges: ['held', 'any'],
  /** Whether the job of an import that fails while the caller waits can be read afterwards. */
  failedImportJob: ['kept', 'gone'],
  // The log
  /** Whether the log has what the service changes by itself because of something else, or only what a message asked for. */
  auditedConsequences: ['all', 'none'],
  /** What the log calls roles given and taken and members of teams: by names of their own on whoever got them, or as links on both records. */
  auditedLinks: ['named', 'associate'],
  /** What the log calls a new state: Set State, or Activate and Deactivate. */
  auditedState: ['setState', 'activate'],
} as const;

/** Name of a rule of Dataverse. */
export type DataverseRuleName = keyof typeof dataverseRules;

/** What was chosen; what is missing is as the environment's seed or the default says. */
export type DataverseRules = {
  readonly [N in keyof typeof dataverseRules]?: (typeof dataverseRules)[N][number];
};

type Seeded = Pick<EnvironmentSeed, 'settings'>;

/** The value of a rule in an environment. */
export function dataverseRule<N extends keyof typeof dataverseRules>(
  chosen: DataverseRules | undefined,
  { settings }: Seeded,
  name: N,
): (typeof dataverseRules)[N][number] {
  const value: (typeof dataverseRules)[N][number] | undefined = chosen?.[name] ?? settings?.[name];
  return value ?? dataverseRules[name][0];
}
