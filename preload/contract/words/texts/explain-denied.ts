import type { DenialVariant } from '../denial.ts';
import type { Depth } from '../depth.ts';
import type { Touch } from '../finding.ts';
import type { ExplanationDraft } from './explanation-draft.ts';

/** What a message of a denied privilege says, as far as its words need it. */
export type Denial = {
  readonly variant: DenialVariant;
  readonly principalKind: 'user' | 'team' | null;
  readonly privilege: string | null;
  readonly verb: string | null;
  readonly table: string | null;
  readonly depth: Depth | null;
  readonly column: string | null;
};

const WAIT = 'A change of roles can take half a minute to take effect.';
const CUSTOM =
  'Change a role of your own, or a copy: roles that Microsoft brings are overwritten by updates.';

/** Acting for others, and the role that Microsoft brings for it (Microsoft Learn: "Impersonate another user using the Web API"). */
const IMPERSONATION = 'prvActOnBehalfOfAnotherUser';
const DELEGATE = 'Give it the role Delegate, which Microsoft brings for acting on behalf of users.';

const onTable = (denial: Denial): string => (denial.table === null ? '' : ` on table ${denial.table}`);
const what = (denial: Denial): string =>
  denial.privilege ?? (denial.verb === null ? 'the privilege' : `the right ${denial.verb}${onTable(denial)}`);
const who = (denial: Denial): string => (denial.principalKind === 'team' ? 'team' : 'user');
/** A depth with its name in the role editor of the admin center (Microsoft Learn: security-roles-privileges). */
const IN_EDITOR: Readonly<Record<Depth, string>> = {
  None: 'None',
  Basic: 'User',
  Local: 'Business unit',
  Deep: 'Parent: child business units',
  Global: 'Organization',
};
const depthWord = (depth: Depth): string => `${depth} (“${IN_EDITOR[depth]}”)`;

/** The words for one message, and what has to be touched (Microsoft Learn: wp-security-cds, security-roles-privileges). */
export const explainDenied = (
  denial: Denial,
): Omit<ExplanationDraft, 'code' | 'actions'> & { readonly touch: Touch } => {
  const named = what(denial);
  switch (denial.variant) {
    case 'missing-privilege':
      return {
        touch: 'security-role',
        title: denial.privilege === null ? 'A privilege is missing' : `The privilege ${named} is missing`,
        cause: `No security role of the ${who(denial)}, and of no team that it is in, has ${named}${denial.privilege === null ? '' : onTable(denial)}, at any depth.`,
        remedies: [
          ...(denial.privilege === IMPERSONATION ? [DELEGATE] : []),
          `Add ${named} to one of the roles that the ${who(denial)} holds, or give it a role that has it. ${depthWord('Basic')} is the least; rows of others need more.`,
          CUSTOM,
          WAIT,
        ],
      };
    case 'record-depth':
    case 'record-right':
      return {
        touch: 'security-role',
        title: `No access to this row${denial.table === null ? '' : ` of ${denial.table}`}`,
        cause: `The user may ${denial.verb === null ? 'work with' : denial.verb.toLowerCase()} some rows of the table, but not this one: the depth of the privilege does not reach its owner or business unit, and the row is not shared with the user.`,
        remedies: [
          denial.depth !== null
            ? `Give ${named} depth ${depthWord(denial.depth)}: the message names it.`
            : `Give more depth: ${depthWord('Local')} where the row belongs to the business unit of the user, ${depthWord('Deep')} where it belongs to one below, else ${depthWord('Global')}.`,
          'Or share the row with the user, or assign it to the user or one of its teams.',
          WAIT,
        ],
      };
    case 'required-depth':
      return {
        touch: 'security-role',
        title: `The depth of ${named} is too small`,
        cause: `The operation needs ${named}${denial.depth === null ? '' : ` with depth ${depthWord(denial.depth)} or more`}; the roles of the user give less, or nothing.`,
        remedies: [
          denial.depth === null
            ? `Give ${named} more depth in one of the roles of the user.`
            : `Set ${named} to ${depthWord(denial.depth)} in one of the roles of the user.`,
          CUSTOM,
          WAIT,
        ],
      };
    case 'grant-exceeds-caller':
      return {
        touch: 'security-role',
        title: 'Nobody can give more than they have',
        cause: `Whoever assigns or changes the role lacks ${named}${denial.depth === null ? '' : ` with depth ${depthWord(denial.depth)}`} themselves. It is not about the user who gets the role.`,
        remedies: [
          'Let a System Administrator of the environment assign it.',
          `Or take ${named} out of the role that is assigned.`,
        ],
      };
    case 'business-unit':
      return {
        touch: 'security-role',
        title: `${named} does not reach this business unit`,
        cause: `The user has no role that gives ${named} in the business unit of the message.`,
        remedies: [
          `Give ${named} more depth, or put the user into this business unit or one above it.`,
          WAIT,
        ],
      };
    case 'column':
      return {
        touch: 'column-profile',
        title: `The column ${denial.column ?? ''} is secured`.replace('  ', ' '),
        cause: `Column-level security protects it, and no column security profile of the user allows ${denial.verb === null ? 'this' : `it to ${denial.verb === 'Write' ? 'update' : denial.verb.toLowerCase()} it`}. Security roles do not help here.`,
        remedies: [
          'Add the user, or a team of it, to a column security profile that allows this column.',
          'Or leave the column out of the request.',
        ],
      };
    case 'new-owner':
      return {
        touch: 'security-role',
        title: 'The new owner may not read such rows',
        cause: `A row can belong only to somebody who may read its table; the new owner has no ${denial.privilege ?? 'such privilege'}.`,
        remedies: [
          `Give the new owner a role ${denial.privilege === null ? 'that reads the table' : `with ${named}`}, then assign the row again.`,
          WAIT,
        ],
      };
  }
};
