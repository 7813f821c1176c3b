import fc from 'fast-check';
import { changeSet, multipart, operation } from './batch-text.ts';
import { type Ask, createdId, type HttpAnswer } from './over-http.ts';

/** One request of a random sequence: what it is, and numbers that choose among what there is. */
export type Step = { readonly kind: string; readonly a: number; readonly b: number; readonly c: number };

type Known = {
  readonly accounts: string[];
  readonly contacts: string[];
  readonly units: string[];
  readonly teams: string[];
  readonly roles: string[];
  readonly users: string[];
  readonly profiles: string[];
  readonly positions: string[];
  readonly opportunities: string[];
  readonly competitors: string[];
};

/** What random changes begin with. */
export type World = {
  readonly ask: Ask;
  /** Client ids of apps that may become users. */
  readonly apps: readonly string[];
  /** Object ids of people who may become users. */
  readonly people: readonly string[];
  /** A template for teams of opportunities. */
  readonly template: string;
  /** Privileges that roles are given. */
  readonly privileges: readonly string[];
  readonly organization: string;
  readonly root: string;
  /** Whoever asks. */
  readonly me: string;
  readonly known: Known;
};

/** Entity sets of the lists whose name is shorter. */
const sets: Readonly<Partial<Record<keyof Known, string>>> = {
  units: 'businessunits',
  users: 'systemusers',
  profiles: 'fieldsecurityprofiles',
};
const setOf = (list: keyof Known): string => sets[list] ?? list;

const nobody = '00000000-0000-0000-0000-000000000000';
const one = (list: readonly string[], at: number): string => list[at % Math.max(1, list.length)] ?? nobody;
const typed = (table: string, id: string) => ({
  '@odata.type': `Microsoft.Dynamics.CRM.${table}`,
  [`${table}id`]: id,
});

type Change = (world: World, step: Step) => Promise<HttpAnswer>;

const creating =
  (set: keyof Known, body: (world: World, step: Step) => object): Change =>
  async ({ ask, ...rest }, step) => {
    const answer = await ask(`POST ${setOf(set)}`, body({ ask, ...rest }, step));
    if (answer.status === 204) rest.known[set].push(createdId(answer));
    return answer;
  };
const changing =
  (set: keyof Known, body: (world: World, step: Step) => object): Change =>
  (world, step) =>
    world.ask(`PATCH ${setOf(set)}(${one(world.known[set], step.a)})`, body(world, step));
const deleting =
  (set: keyof Known): Change =>
  ({ ask, known }, { a }) =>
    ask(`DELETE ${setOf(set)}(${one(known[set], a)})`);

const unitOf = ({ known, root }: World, at: number) => ({
  'businessunitid@odata.bind': `/businessunits(${one([root, ...known.units], at)})`,
});
const ownerOf = ({ known, me }: World, { b, c }: Step) => ({
  'ownerid@odata.bind':
    c % 2 === 0 ? `/systemusers(${one([me, ...known.users], b)})` : `/teams(${one(known.teams, b)})`,
});

const link =
  (near: keyof Known, association: string, far: keyof Known): Change =>
  ({ ask, known }, { a, b, c }) => {
    const path = `${setOf(near)}(${one(known[near], a)})/${association}`;
    const id = one(known[far], b);
    return c % 3 === 0
      ? ask(`DELETE ${path}(${id})/$ref`)
      : ask(`POST ${path}/$ref`, { '@odata.id': `${setOf(far)}(${id})` });
  };

const changes: Readonly<Record<string, Change>> = {
  'an account': creating('accounts', (world, step) => ({
    name: `Account ${step.c % 5}`,
    revenue: step.c * 10,
    ...(step.c % 4 === 0
      ? { 'parentaccountid@odata.bind': `/accounts(${one(world.known.accounts, step.a)})` }
      : {}),
    ...(step.c % 5 === 0 ? { contact_customer_accounts: [{ lastname: 'Below' }] } : {}),
    ...(step.c % 7 === 0 ? ownerOf(world, step) : {}),
  })),
  'values of an account': changing('accounts', (_, { b, c }) => ({
    name: `Account ${b % 5}`,
    telephone1: c % 3 === 0 ? null : String(c % 4),
    donotphone: c % 2 === 0,
    ...(b % 4 === 0 ? { statecode: c % 2 } : {}),
  })),
  'what an account has already': async ({ ask, known }, { a }) => {
    const path = `accounts(${one(known.accounts, a)})`;
    const { json } = await ask(`GET ${path}?$select=name,telephone1,revenue`);
    return ask(`PATCH ${path}`, {
      name: json['name'],
      telephone1: json['telephone1'],
      revenue: json['revenue'],
    });
  },
  'an account that is not as it should be': changing('accounts', () => ({ name: 'x', nosuch: 1 })),
  'a new owner': changing('accounts', ownerOf),
  'an account upserted': ({ ask, known }, { b, c }) => {
    const id =
      c % 2 === 0 ? one(known.accounts, b) : `90000000-0000-4000-8000-0000000000${String(10 + (c % 80))}`;
    known.accounts.push(id);
    return ask(`PATCH accounts(${id})`, { name: `Upserted ${b % 3}`, telephone1: String(c % 3) });
  },
  'one value of an account': ({ ask, known }, { a, b, c }) =>
    b % 2 === 0
      ? ask(`DELETE accounts(${one(known.accounts, a)})/telephone1`)
      : ask(`PUT accounts(${one(known.accounts, a)})/telephone1`, { value: String(c % 4) }),
  'an account gone': deleting('accounts'),
  'several accounts': ({ ask, known }, { a, b }) =>
    ask('POST accounts/Microsoft.Dynamics.CRM.UpdateMultiple', {
      Targets: [one(known.accounts, a), one(known.accounts, b)].map((id, at) => ({
        ...typed('account', id),
        name: `Multiple ${(a + at) % 3}`,
      })),
    }),
  'accounts merged': ({ ask, known }, { a, b }) =>
    ask('POST Merge', {
      Target: typed('account', one(known.accounts, a)),
      Subordinate: typed('account', one(known.accounts, b)),
      UpdateContent: { '@odata.type': 'Microsoft.Dynamics.CRM.account', telephone1: String(b) },
      PerformParentingChecks: false,
    }),
  'an account shared': ({ ask, known }, { a, b, c }) => {
    const Target = typed('account', one(known.accounts, a));
    const Principal = typed('systemuser', one(known.users, b));
    return c % 3 === 0
      ? ask('POST RevokeAccess', { Target, Revokee: Principal })
      : ask('POST GrantAccess', {
          Target,
          PrincipalAccess: { AccessMask: 'ReadAccess, WriteAccess', Principal },
        });
  },
  'a contact': creating('contacts', (world, { a, c }) => ({
    firstname: 'A',
    lastname: `Contact ${c % 5}`,
    'parentcustomerid_account@odata.bind': `/accounts(${one(world.known.accounts, a)})`,
  })),
  'the first contact of an account': changing('accounts', (world, { b }) => ({
    'primarycontactid@odata.bind': `/contacts(${one(world.known.contacts, b)})`,
  })),
  'a contact gone': deleting('contacts'),
  'a task and a note': async ({ ask, known }, { a }) => {
    const account = `/accounts(${one(known.accounts, a)})`;
    await ask('POST annotations', { subject: 'x', 'objectid_account@odata.bind': account });
    return ask('POST tasks', { subject: 'x', 'regardingobjectid_account_task@odata.bind': account });
  },
  'a business unit': creating('units', (world, { a, c }) => ({
    name: `Unit ${c}`,
    'parentbusinessunitid@odata.bind': `/businessunits(${one([world.root, ...world.known.units], a)})`,
  })),
  'a business unit renamed or moved': ({ ask, known, root }, { a, b, c }) =>
    ask(
      `PATCH businessunits(${one(known.units, a)})`,
      c % 2 === 0
        ? { name: `Unit ${c + 1000}` }
        : { 'parentbusinessunitid@odata.bind': `/businessunits(${one([root, ...known.units], b)})` },
    ),
  'a business unit gone': async ({ ask, known }, { a }) => {
    const path = `businessunits(${one(known.units, a)})`;
    await ask(`PATCH ${path}`, { isdisabled: true });
    return ask(`DELETE ${path}`);
  },
  'a team': creating('teams', (world, step) => ({
    name: `Team ${step.c % 9}`,
    teamtype: step.c % 4 === 0 ? 1 : 0,
    ...unitOf(world, step.a),
  })),
  'a team renamed or moved': changing('teams', (world, { b, c }) =>
    c % 2 === 0 ? { name: `Team ${c % 9}` } : unitOf(world, b),
  ),
  'a team gone': deleting('teams'),
  'members of a team': async ({ ask, known }, { a, b, c }) =>
    ask(`POST teams(${one(known.teams, a)})/Microsoft.Dynamics.CRM.AddMembersTeam`, {
      Members: [one(known.users, b), one(known.users, c)].map((id) => typed('systemuser', id)),
    }),
  'a member of a team': link('teams', 'teammembership_association', 'users'),
  'a role': creating('roles', (world, { a, c }) => ({ name: `Role ${c % 30}`, ...unitOf(world, a) })),
  'a role renamed': changing('roles', (_, { c }) => ({ name: `Role ${c % 30}`, description: String(c % 2) })),
  'privileges of a role': ({ ask, known, privileges }, { a, b, c }) => {
    const path = `roles(${one(known.roles, a)})/Microsoft.Dynamics.CRM`;
    const Privileges = [{ PrivilegeId: one(privileges, b), Depth: c % 2 === 0 ? 'Global' : 'Local' }];
    if (c % 5 === 0)
      return ask(`POST ${path}.RemovePrivilegeRole`, { Privilege: { privilegeid: one(privileges, b) } });
    return ask(`POST ${path}.${c % 3 === 0 ? 'Replace' : 'Add'}PrivilegesRole`, { Privileges });
  },
  'a role gone': deleting('roles'),
  'a role of a user': link('users', 'systemuserroles_association', 'roles'),
  'a role of a team': link('teams', 'teamroles_association', 'roles'),
  'a user': creating('users', (world, { a, b }) => ({
    applicationid: one(world.apps, b),
    ...unitOf(world, a),
  })),
  'a user moved': changing('users', (world, { b }) => unitOf(world, b)),
  'a user on or off': changing('users', (_, { b }) => ({ isdisabled: b % 2 === 0 })),
  'a manager': changing('users', (world, { b }) => ({
    'parentsystemuserid@odata.bind': `/systemusers(${one(world.known.users, b)})`,
  })),
  'a user gone': async ({ ask, known }, { a }) => {
    const path = `systemusers(${one(known.users, a)})`;
    await ask(`PATCH ${path}`, { isdisabled: true });
    return ask(`DELETE ${path}`);
  },
  'all that a user owns': ({ ask, known }, { a, b }) =>
    ask(`POST systemusers(${one(known.users, a)})/Microsoft.Dynamics.CRM.ReassignObjectsSystemUser`, {
      ReassignPrincipal: typed('systemuser', one(known.users, b)),
    }),
  'a profile': creating('profiles', (_, { c }) => ({ name: `Profile ${c}` })),
  'a profile of a user': link('users', 'systemuserprofiles_association', 'profiles'),
  'a profile gone': deleting('profiles'),
  'a position': creating('positions', (_, { c }) => ({ name: `Position ${c}` })),
  'a position of a user': changing('users', (world, { b }) => ({
    'positionid@odata.bind': `/positions(${one(world.known.positions, b)})`,
  })),
  'a position gone': deleting('positions'),
  'an opportunity': creating('opportunities', (world, { a, c }) => ({
    name: `Deal ${c}`,
    estimatedvalue: c,
    'parentaccountid@odata.bind': `/accounts(${one(world.known.accounts, a)})`,
    opportunitycompetitors_association: [{ name: `Rival ${c}` }],
  })),
  'a competitor': creating('competitors', (_, { c }) => ({ name: `Rival ${c}` })),
  'a competitor of an opportunity': link(
    'opportunities',
    'opportunitycompetitors_association',
    'competitors',
  ),
  'a competitor gone': deleting('competitors'),
  'an opportunity gone': deleting('opportunities'),
  'the organization': ({ ask, organization }, { b, c }) =>
    ask(`PATCH organizations(${organization})`, {
      sharetopreviousowneronassign: c % 2 === 0,
      ...(b % 3 === 0 ? { isuseraccessauditenabled: c % 2 === 0 } : {}),
    }),
  'a change set': ({ ask, known }, { a, b, c }) =>
    ask(
      'POST $batch',
      multipart(
        'all',
        changeSet(
          operation('POST', 'accounts', { name: 'In a set', telephone1: String(c % 3) }, '1'),
          operation('PATCH', `accounts(${one(known.accounts, a)})`, { name: `Set ${b % 3}` }, '2'),
          operation('DELETE', `contacts(${c % 2 === 0 ? nobody : one(known.contacts, b)})`, null, '3'),
        ),
      ),
      { 'content-type': 'multipart/mixed; boundary=all' },
    ),
  'on behalf of somebody': ({ ask, known }, { a, b, c }) =>
    ask(
      `PATCH accounts(${one(known.accounts, a)})`,
      { fax: String(c % 3) },
      { mscrmcallerid: one(known.users, b) },
    ),
  'accounts made and upserted together': async ({ ask, known }, { a, b, c }) => {
    const Targets = [{ '@odata.type': 'Microsoft.Dynamics.CRM.account', name: `Together ${c % 3}` }];
    await ask('POST accounts/Microsoft.Dynamics.CRM.CreateMultiple', { Targets });
    return ask('POST accounts/Microsoft.Dynamics.CRM.UpsertMultiple', {
      Targets: [one(known.accounts, a), one(known.accounts, b)].map((id) => ({
        '@odata.type': 'Microsoft.Dynamics.CRM.account',
        '@odata.id': `accounts(${id})`,
        name: `Together ${(b + c) % 3}`,
      })),
    });
  },
  'a member of the team of a record': ({ ask, known, template }, { a, b, c }) =>
    ask(
      `POST systemusers(${one(known.users, b)})/Microsoft.Dynamics.CRM.${c % 3 === 0 ? 'RemoveUserFrom' : 'AddUserTo'}RecordTeam`,
      {
        Record: typed('opportunity', one(known.opportunities, a)),
        TeamTemplate: typed('teamtemplate', template),
      },
    ),
  'a team that owns nothing any more': ({ ask, known }, { a }) =>
    ask(`POST teams(${one(known.teams, a)})/Microsoft.Dynamics.CRM.ConvertOwnerTeamToAccessTeam`, {}),
  'a user moved with what it owns': ({ ask, known, me, root }, { a, b, c }) =>
    ask(`POST systemusers(${one(known.users, a)})/Microsoft.Dynamics.CRM.SetBusinessSystemUser`, {
      BusinessUnit: typed('businessunit', one([root, ...known.units], b)),
      ReassignPrincipal: typed('systemuser', one([me, one(known.users, a)], c)),
    }),
  'a manager with or without reports': ({ ask, known }, { a, b, c }) =>
    ask(`POST systemusers(${one(known.users, a)})/Microsoft.Dynamics.CRM.SetParentSystemUser`, {
      Parent: typed('systemuser', one(known.users, b)),
      KeepChildUsers: c % 2 === 0,
    }),
  'no manager': ({ ask, known }, { a }) =>
    ask('POST RemoveParent', { Target: typed('systemuser', one(known.users, a)) }),
  'a person who comes': ({ ask, people }, { a }) =>
    ask('POST systemusers', { azureactivedirectoryobjectid: one(people, a) }),
  'many at once': ({ ask }, { c }) =>
    ask('POST BulkDelete', {
      QuerySet: [
        {
          '@odata.type': 'Microsoft.Dynamics.CRM.QueryExpression',
          EntityName: 'account',
          Criteria: {
            FilterOperator: 'And',
            Conditions: [
              {
                AttributeName: 'name',
                Operator: 'Equal',
                Values: [{ Value: `Account ${c % 5}`, Type: 'System.String' }],
              },
            ],
          },
        },
      ],
      JobName: 'Clean up',
      SendEmailNotification: false,
      ToRecipients: [],
      CCRecipients: [],
      RecurrencePattern: '',
      StartDateTime: '2020-03-13T06:30:00Z',
    }),
};

/** Random sequences of changes of everything that is audited. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(changes)),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(100_000),
  }),
  { minLength: 60, maxLength: 120 },
);

/** Sends one of them. */
export function take(world: World, step: Step): Promise<HttpAnswer> {
  const change = changes[step.kind];
  if (change === undefined) throw new Error(`There is no change '${step.kind}'.`);
  return change(world, step);
}
