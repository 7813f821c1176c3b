import type { DenialVariant } from '../../preload/contract/words/denial.ts';
import type { Depth, Verb } from '../../preload/contract/words/depth.ts';
import { DEPTHS, VERBS } from '../../preload/contract/words/depth.ts';
import { parsePrivilegeName } from './privilege-name.ts';
import { tableOfTypeCode } from './type-codes.ts';

/** What a "privilege denied" message of Dataverse says. Fields that a variant does not carry are null. */
export type PrivilegeDenied = {
  readonly variant: DenialVariant;
  readonly principalKind: 'user' | 'team' | null;
  readonly principalId: string | null;
  readonly privilege: string | null;
  readonly verb: Verb | null;
  /** Logical name where the message gives it, else the schema name inside the privilege's name. */
  readonly table: string | null;
  /** Least depth that would have been enough, where the message alone decides it. */
  readonly depth: Depth | null;
  readonly column: string | null;
  readonly objectTypeCode: number | null;
  readonly ownerId: string | null;
  readonly businessUnitId: string | null;
};

type Draft = Pick<PrivilegeDenied, 'variant'> & Partial<PrivilegeDenied>;
type Reader = (message: string) => Draft | null;

const GUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
const pattern = (source: string): RegExp => new RegExp(source.replaceAll('<g>', GUID), 'i');

/** In two parts, so that no text makes it search one for every place of the other. */
const PRINCIPAL = pattern('Principal (user|team) \\(Id=(<g>)');
const MISSING = /\bis missing (prv\w{1,120}) privilege/i;
/** The longest details that stand between the two. */
const PRINCIPAL_DETAILS = 2000;
const ENTITY = /for entity '(\w+)'/i;
const PRINCIPAL_BUSINESS_UNIT = pattern('businessUnitId=(<g>)');
const ACCESS_CHECK = /SecLib::AccessCheckEx\d? failed/i;
const CHECK_PRIVILEGE = pattern(
  'SecLib::CheckPrivilege failed\\. User: (<g>), PrivilegeName: (\\w+),.{0,80}Required Depth: (\\w+)',
);
/** The table stands there by its logical name, or by the one that people see, which can have spaces and leads nowhere. */
const RECORD_RIGHT = pattern(
  '\\b(principal|user|team) with id (<g>) does not have (\\w{1,40})[\\w, ]{0,120} right\\(s\\) for record with id <g> of entity ([^.:,;{("\\\\]{1,120})',
);
const RECORD_TABLE = /"EntityName" ?: ?"(\w{1,120})"/i;
const RECORD_OWNER = pattern('"OwnerPrincipal" ?: ?\\{"PrincipalId" ?: ?"(<g>)"');
const RECORD_LEVEL = /role with the level (\w{1,60})Level\b/i;
const GRANT = pattern(
  'VerifyCallerPrivileges failed\\. User: (<g>).{0,120}PrivilegeName: (\\w+).{0,120}Depth: (\\w+)',
);
const CRM_CHECK = pattern(
  'CrmCheckPrivilege failed\\..{0,80}UserId: (<g>) and Privilege: (\\w+)(?: in BusinessUnit: .{0,160}\\(Id= ?(<g>)\\))?',
);
const COLUMN = pattern(
  'User with ID (<g>) does not have (\\w+) permissions for the (\\w+) attribute in the (\\w+) entity',
);
const COLUMN_MODERN = pattern(
  'Caller user with Id (<g>) does not have (\\w+) permissions to an? (.{1,120}?) secured field on entity ([^.]{1,120}?)(?: table)?\\.',
);
const NEW_OWNER = /Read Privilege Check For Owner failed/i;
const OWNER_WITHOUT_ROLE = pattern('The user with id (<g>) has not');
const NEEDED_PRIVILEGE = /need a role with the (prv\w{1,120}) privilege/i;

/** Bits of a number of rights, those that fewest have first (Microsoft Learn: AccessRights enum). */
const RIGHTS: readonly (readonly [number, Verb])[] = [
  [524_288, 'Assign'],
  [262_144, 'Share'],
  [65_536, 'Delete'],
  [32, 'Create'],
  [2, 'Write'],
  [16, 'AppendTo'],
  [4, 'Append'],
  [1, 'Read'],
];

const depthNamed = (text: string | undefined): Depth | null =>
  DEPTHS.find((depth) => depth.toLowerCase() === text?.toLowerCase()) ?? null;

/** The level of a role as messages name it: `BusinessUnitLevel`. */
const levelNamed = (level: string | undefined): Depth | null => {
  switch (level?.toLowerCase()) {
    case 'user':
      return 'Basic';
    case 'businessunit':
      return 'Local';
    case 'organization':
      return 'Global';
    default:
      return null;
  }
};

const principalNamed = (word: string | undefined): 'user' | 'team' | null => {
  const plain = word?.toLowerCase();
  return plain === 'user' || plain === 'team' ? plain : null;
};

const oneWord = (text: string | undefined): string | null =>
  /^\w+$/.test(text?.trim() ?? '') ? (text?.trim() ?? null) : null;

/** `ReadAccess`, `Read` and `update` all name a verb. */
const verbNamed = (text: string | undefined): Verb | null => {
  const word = (text ?? '').replace(/Access$/i, '').toLowerCase();
  if (word === 'update') return 'Write';
  return VERBS.find((verb) => verb.toLowerCase() === word) ?? null;
};

const fromPrivilege = (name: string | undefined): Partial<PrivilegeDenied> =>
  name === undefined ? {} : { privilege: name, ...parsePrivilegeName(name) };

/** Rights as the old check names them: `ReadAccess`, a sum of bits, or the privilege itself. */
const fromRights = (rights: string): Partial<PrivilegeDenied> => {
  if (rights.startsWith('prv')) return fromPrivilege(rights);
  const bits = /^\d{1,9}$/.test(rights) ? Number(rights) : 0;
  return { verb: RIGHTS.find(([bit]) => (bits & bit) === bit)?.[1] ?? verbNamed(rights) };
};

const field = (message: string, name: string): string | null =>
  pattern(`${name}: (<g>)`).exec(message)?.[1] ?? null;

const READERS: readonly Reader[] = [
  (message) => {
    const missing = MISSING.exec(message);
    if (missing === null) return null;
    const match = PRINCIPAL.exec(
      message.slice(Math.max(0, missing.index - PRINCIPAL_DETAILS), missing.index),
    );
    const named = ENTITY.exec(message.slice(missing.index))?.[1];
    // A privilege of no table is said to be of `none`.
    const table = named === 'none' ? undefined : named;
    return {
      variant: 'missing-privilege',
      principalKind: match === null ? null : match[1]?.toLowerCase() === 'team' ? 'team' : 'user',
      principalId: match?.[2] ?? null,
      ...fromPrivilege(missing[1]),
      ...(table === undefined ? {} : { table }),
      depth: 'Basic',
      businessUnitId: PRINCIPAL_BUSINESS_UNIT.exec(message)?.[1] ?? null,
    };
  },
  (message) => {
    if (!ACCESS_CHECK.test(message)) return null;
    const code = /ObjectTypeCode: (\d{1,6})/i.exec(message)?.[1];
    const table = code === undefined ? null : tableOfTypeCode(Number(code));
    return {
      variant: 'record-depth',
      principalId: field(message, 'CallingUser'),
      ...fromRights(/AccessRights: (\w+)/i.exec(message)?.[1] ?? ''),
      objectTypeCode: code === undefined ? null : Number(code),
      ...(table === null ? {} : { table }),
      ownerId: field(message, 'OwnerId'),
      businessUnitId: field(message, 'objectBusinessUnitId'),
    };
  },
  (message) => {
    const match = CHECK_PRIVILEGE.exec(message);
    return match === null
      ? null
      : {
          variant: 'required-depth',
          principalId: match[1] ?? null,
          ...fromPrivilege(match[2]),
          depth: depthNamed(match[3]),
          businessUnitId: field(message, 'BusinessUnitId'),
        };
  },
  (message) => {
    const match = RECORD_RIGHT.exec(message);
    return match === null
      ? null
      : {
          variant: 'record-right',
          principalKind: principalNamed(match[1]),
          principalId: match[2] ?? null,
          verb: verbNamed(match[3]),
          table: RECORD_TABLE.exec(message)?.[1] ?? oneWord(match[4]),
          depth: levelNamed(RECORD_LEVEL.exec(message)?.[1]),
          ownerId: RECORD_OWNER.exec(message)?.[1] ?? null,
          businessUnitId: pattern('"ObjectBusinessUnitId" ?: ?"(<g>)"').exec(message)?.[1] ?? null,
        };
  },
  (message) => {
    const match = GRANT.exec(message);
    return match === null
      ? null
      : {
          variant: 'grant-exceeds-caller',
          principalId: match[1] ?? null,
          ...fromPrivilege(match[2]),
          depth: depthNamed(match[3]),
          businessUnitId: field(message, 'UserBU'),
        };
  },
  (message) => {
    const match = CRM_CHECK.exec(message);
    return match === null
      ? null
      : {
          variant: 'business-unit',
          principalId: match[1] ?? null,
          ...fromPrivilege(match[2]),
          businessUnitId: match[3] ?? null,
        };
  },
  (message) => {
    const match = COLUMN.exec(message) ?? COLUMN_MODERN.exec(message);
    return match === null
      ? null
      : {
          variant: 'column',
          principalId: match[1] ?? null,
          verb: verbNamed(match[2]),
          column: match[3] ?? null,
          table: match[4] ?? null,
        };
  },
  (message) =>
    NEW_OWNER.test(message)
      ? {
          variant: 'new-owner',
          verb: 'Read',
          principalId: OWNER_WITHOUT_ROLE.exec(message)?.[1] ?? null,
          ...fromPrivilege(NEEDED_PRIVILEGE.exec(message)?.[1]),
        }
      : null,
];

/**
 * Reads the messages with which Dataverse refuses for want of a privilege: the eight shapes that the platform writes
 * (`Principal user … is missing prv…`, `SecLib::…`, `RoleService::…`, column security). Null for any other text.
 */
export const parsePrivilegeDenied = (text: string): PrivilegeDenied | null => {
  // Messages are short; a bound keeps hostile text from costing time.
  const message = text.slice(0, 4000);
  for (const read of READERS) {
    const draft = read(message);
    if (draft !== null) {
      return {
        principalKind: null,
        principalId: null,
        privilege: null,
        verb: null,
        table: null,
        depth: null,
        column: null,
        objectTypeCode: null,
        ownerId: null,
        businessUnitId: null,
        ...draft,
      };
    }
  }
  return null;
};
