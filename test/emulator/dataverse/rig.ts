import {
  type Caller,
  createDataverseEnvironment,
  type DataverseEnvironment,
  type DataverseResponse,
  type EnvironmentSeed,
} from '../../../emulator/dataverse/engine.ts';

/** Ids of the environment that these tests share. */
export const tenantId = '10000000-0000-4000-8000-000000000001';
export const serviceRoot = 'https://lab.crm4.demo.test/api/data/v9.2';

const people = {
  admin: '20000000-0000-4000-8000-000000000001',
  second: '20000000-0000-4000-8000-000000000002',
  sam: '20000000-0000-4000-8000-000000000003',
  dana: '20000000-0000-4000-8000-000000000004',
  idle: '20000000-0000-4000-8000-000000000005',
  mona: '20000000-0000-4000-8000-000000000006',
  tess: '20000000-0000-4000-8000-000000000007',
} as const;

/** Apps: client id and object id of the service principal. */
export const apps = {
  reader: { appId: '30000000-0000-4000-8000-000000000001', objectId: '40000000-0000-4000-8000-000000000001' },
  contacts: {
    appId: '30000000-0000-4000-8000-000000000002',
    objectId: '40000000-0000-4000-8000-000000000002',
  },
  disabled: {
    appId: '30000000-0000-4000-8000-000000000003',
    objectId: '40000000-0000-4000-8000-000000000003',
  },
  deleted: {
    appId: '30000000-0000-4000-8000-000000000004',
    objectId: '40000000-0000-4000-8000-000000000004',
  },
  roleless: {
    appId: '30000000-0000-4000-8000-000000000005',
    objectId: '40000000-0000-4000-8000-000000000005',
  },
  platform: {
    appId: '30000000-0000-4000-8000-000000000006',
    objectId: '40000000-0000-4000-8000-000000000006',
  },
  /** Known to the directory, without a user row. */
  fresh: { appId: '30000000-0000-4000-8000-000000000007', objectId: '40000000-0000-4000-8000-000000000007' },
  /** Not in this tenant's directory. */
  stranger: {
    appId: '30000000-0000-4000-8000-000000000008',
    objectId: '40000000-0000-4000-8000-000000000008',
  },
} as const;

/** A small organization: root, EMEA below it, Germany below EMEA, Americas beside it. */
export const labSeed: EnvironmentSeed = {
  organizationId: '50000000-0000-4000-8000-000000000001',
  environmentId: '50000000-0000-4000-8000-000000000002',
  tenantId,
  name: 'Lab',
  urlName: 'lab',
  uniqueName: 'unqlab',
  origin: 'https://lab.crm4.demo.test',
  version: '9.2.25034.00160',
  geo: 'EMEA',
  businessUnits: [
    { key: 'root', name: 'Contoso', parent: null },
    { key: 'emea', name: 'EMEA', parent: 'root' },
    { key: 'de', name: 'Germany', parent: 'emea' },
    { key: 'am', name: 'Americas', parent: 'root' },
  ],
  users: [
    {
      objectId: people.admin,
      username: 'adele@lab.demo.test',
      displayName: 'Adele Admin',
      roles: ['System Administrator'],
    },
    {
      objectId: people.second,
      username: 'otto@lab.demo.test',
      displayName: 'Otto Owner',
      roles: ['System Administrator'],
    },
    {
      objectId: people.sam,
      username: 'sam@lab.demo.test',
      displayName: 'Sam Sales',
      businessUnit: 'emea',
      roles: ['Salesperson'],
    },
    {
      objectId: people.dana,
      username: 'dana@lab.demo.test',
      displayName: 'Dana Deep',
      businessUnit: 'emea',
      roles: ['Sales Manager'],
    },
    { objectId: people.idle, username: 'ivy@lab.demo.test', displayName: 'Ivy Idle', roles: [] },
    {
      objectId: people.mona,
      username: 'mona@lab.demo.test',
      displayName: 'Mona Basic',
      businessUnit: 'de',
      roles: ['Basic User'],
    },
    {
      objectId: people.tess,
      username: 'tess@lab.demo.test',
      displayName: 'Tess Team',
      businessUnit: 'am',
      roles: [],
    },
  ],
  generatedUsers: 20,
  applicationUsers: [
    { ...apps.reader, displayName: 'Reader', roles: ['Integration – Accounts Reader'] },
    { ...apps.contacts, displayName: 'Contacts', roles: ['Integration – Contacts Reader'] },
    { ...apps.disabled, displayName: 'Off', roles: ['Basic User'], state: 'disabled' },
    { ...apps.deleted, displayName: 'Gone', roles: [], state: 'deleted', azureState: 'softDeleted' },
    { ...apps.roleless, displayName: 'Bare', roles: [] },
    { ...apps.platform, displayName: 'Power Query', roles: ['Service Reader'], platform: true },
  ],
  teams: [
    {
      name: 'Field Team',
      kind: 'owner',
      businessUnit: 'am',
      roles: ['Integration – Local Data Reader'],
      members: ['tess@lab.demo.test'],
    },
    { name: 'Access Only', kind: 'access', roles: [], members: [] },
  ],
  records: { accounts: 120, contacts: 150, opportunities: 40, cases: 20, leads: 10, tasks: 20, notes: 10 },
};

/** What a test may vary about its environment. */
export type LabOptions = {
  readonly seed?: Partial<EnvironmentSeed>;
  readonly lagSeconds?: () => number;
  readonly now?: () => number;
};

/** One environment under test with its own clock, and requests as any of its callers. */
export function openLab(options: LabOptions = {}): Lab {
  const known = new Set<string>(
    Object.entries(apps).flatMap(([name, app]) => (name === 'stranger' ? [] : [app.appId])),
  );
  const environment = createDataverseEnvironment(
    { ...labSeed, ...options.seed },
    {
      directory: {
        servicePrincipal: (tenant, appId) => {
          const app = Object.values(apps).find((it) => it.appId === appId);
          return tenant === tenantId && app !== undefined && known.has(appId)
            ? { objectId: app.objectId, displayName: 'Contoso Integration Hub', enabled: true }
            : null;
        },
        user: () => null,
        onceDeletedPrincipals: () => [],
        group: () => null,
        groupsOf: () => [],
        deletedGroups: () => [],
      },
      now: options.now ?? (() => Date.UTC(2026, 0, 15, 9, 30)),
      get lagSeconds() {
        return options.lagSeconds?.() ?? 0;
      },
    },
  );
  return new Lab(environment);
}

export const person = (name: keyof typeof people): Caller => ({
  kind: 'user',
  tenantId,
  objectId: people[name],
  appId: '51f81489-12ee-4a9e-aaae-a2591f45987d',
});

export const app = (name: keyof typeof apps): Caller => ({ kind: 'app', tenantId, ...apps[name] });

type Headers = Readonly<Record<string, string>>;

/** An answer with its body parsed. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Body;
};

/** Any JSON object; tests look into it with `toMatchObject` and the two helpers below. */
export type Body = { readonly [name: string]: unknown };

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a collection answer. */
export const rowsOf = (answer: Answer): readonly Body[] =>
  Array.isArray(answer.json['value']) ? answer.json['value'].filter(isBody) : [];

/** A text property of a body. */
export const textAt = (body: Body | undefined, name: string): string => {
  const value = body?.[name];
  return typeof value === 'string' ? value : '';
};

/** The error object of a refusal. */
export const errorOf = (answer: Answer): { readonly code: string; readonly message: string } => {
  const error = isBody(answer.json['error']) ? answer.json['error'] : {};
  return { code: textAt(error, 'code'), message: textAt(error, 'message') };
};

function answerOf(response: DataverseResponse): Answer {
  let json: unknown;
  try {
    json = JSON.parse(response.body);
  } catch {
    json = {};
  }
  return {
    status: response.status,
    headers: response.headers,
    text: response.body,
    json: isBody(json) ? json : {},
  };
}

/** Requests to one environment. */
export class Lab {
  readonly environment: DataverseEnvironment;

  constructor(environment: DataverseEnvironment) {
    this.environment = environment;
  }

  send(caller: Caller, method: string, url: string, body: unknown = null, headers: Headers = {}): Answer {
    const at = url.indexOf('?');
    return answerOf(
      this.environment.handle({
        method,
        path: at < 0 ? url : url.slice(0, at),
        query: at < 0 ? '' : url.slice(at + 1),
        headers: body === null ? headers : { 'content-type': 'application/json', ...headers },
        body: body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body),
        serviceRoot,
        caller,
      }),
    );
  }

  get(caller: Caller, url: string, headers: Headers = {}): Answer {
    return this.send(caller, 'GET', url, null, headers);
  }

  /** Id of the user row of a person, read as the administrator. */
  userId(username: string): string {
    const answer = this.get(
      person('admin'),
      `/systemusers?$select=systemuserid&$filter=domainname eq '${username}'`,
    );
    return textAt(rowsOf(answer)[0], 'systemuserid');
  }

  /** Id of the row of an application user. */
  appUserId(name: keyof typeof apps): string {
    const filter = `applicationid eq ${apps[name].appId}`;
    const answer = this.get(person('admin'), `/systemusers?$select=systemuserid&$filter=${filter}`);
    return textAt(rowsOf(answer)[0], 'systemuserid');
  }

  unitId(name: string): string {
    const answer = this.get(
      person('admin'),
      `/businessunits?$select=businessunitid&$filter=name eq '${name}'`,
    );
    return textAt(rowsOf(answer)[0], 'businessunitid');
  }

  /** Id of the copy of a role in a business unit. */
  roleId(name: string, unit = 'Contoso'): string {
    const filter = encodeURIComponent(`name eq '${name}' and businessunitid/name eq '${unit}'`);
    const answer = this.get(person('admin'), `/roles?$select=roleid&$filter=${filter}`);
    return textAt(rowsOf(answer)[0], 'roleid');
  }
}
