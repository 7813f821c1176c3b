import {
  APPLICATION_USERS_TEXTS as TEXTS,
  ENTRA_STATE_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import {
  Badge,
  Chips,
  Identifier,
  Inline,
  Moment,
  ProductionBadge,
  StatusBadge,
  TextWithMark,
} from '../../ui/index.ts';
import type { UserRow } from './user-rows.ts';
import { isGone, userStatus } from './user-rows.ts';
import {
  administratorRoleNames,
  changeWords,
  isAlarming,
  roleNames,
  rowWord,
  shownRoles,
  teamWords,
} from './user-words.ts';

const ROLES_SHOWN = 2;

/** What System Administrator means, and through which team it is held when it is not held directly. */
const administratorHint = (user: UserRow['user']): string => {
  const through = shownRoles(user).find(({ systemAdministrator }) => systemAdministrator);
  return [TEXTS.administratorHint, through === undefined ? '' : teamWords(through)]
    .filter(Boolean)
    .join(' · ');
};

const CHANGED: Column<UserRow> = {
  id: 'changed',
  header: TEXTS.columns.changed,
  width: 210,
  value: ({ difference }) => difference?.changes.map(changeWords).join(', ') ?? null,
  cell: ({ difference }) => {
    if (difference === null) return null;
    const words = difference.changes.map(changeWords).join(', ');
    return difference.changes.some(isAlarming) ? (
      <span title={words}>
        <StatusBadge status="attention" word={words} />
      </span>
    ) : (
      <TextWithMark text={words} mark={null} />
    );
  },
};

/** Columns of the inventory. */
export const USER_COLUMNS: readonly Column<UserRow>[] = [
  {
    id: 'app',
    header: TEXTS.columns.app,
    width: 180,
    grow: true,
    required: true,
    value: ({ user }) => user.name,
    cell: ({ difference, user }) => (
      <TextWithMark
        text={user.name}
        mark={
          user.platform ? (
            <Badge appearance="outline" size="small" shape="rounded" title={TEXTS.platformHint}>
              {TEXTS.platform}
            </Badge>
          ) : difference === null ? null : (
            <Badge
              appearance="tint"
              size="small"
              shape="rounded"
              title={difference.changes.map(changeWords).join('\n')}
            >
              {TEXTS.changed}
            </Badge>
          )
        }
      />
    ),
  },
  {
    id: 'environment',
    header: TEXTS.columns.environment,
    width: 236,
    grow: true,
    required: true,
    value: ({ environment }) => environment.name,
    cell: ({ environment }) => (
      <TextWithMark text={environment.name} mark={environment.production ? <ProductionBadge /> : null} />
    ),
  },
  {
    id: 'state',
    header: TEXTS.columns.state,
    width: 124,
    value: rowWord,
    cell: (row) => (
      <StatusBadge status={isGone(row) ? 'unknown' : userStatus(row.user)} word={rowWord(row)} />
    ),
  },
  {
    id: 'roles',
    header: TEXTS.columns.roles,
    width: 224,
    grow: true,
    value: ({ user }) => roleNames(user).join(', '),
    cell: ({ user }) => (
      <Chips
        texts={roleNames(user)}
        hints={shownRoles(user).map((role) => [role.name, teamWords(role)].filter(Boolean).join(' '))}
        strong={administratorRoleNames(user)}
        most={ROLES_SHOWN}
        more={TEXTS.moreRoles}
      />
    ),
  },
  {
    id: 'administrator',
    header: TEXTS.columns.administrator,
    width: 112,
    value: ({ user }) => (user.systemAdministrator ? TEXTS.administratorYes : ''),
    cell: ({ user }) =>
      user.systemAdministrator ? (
        <span title={administratorHint(user)}>
          <StatusBadge status="attention" word={TEXTS.administratorYes} />
        </span>
      ) : null,
  },
  {
    id: 'businessUnit',
    header: TEXTS.columns.businessUnit,
    width: 112,
    value: ({ user }) => user.businessUnit?.name ?? null,
  },
  {
    id: 'entra',
    header: TEXTS.columns.entra,
    width: 110,
    value: ({ user }) => ENTRA_STATE_LABELS[user.entraState],
  },
  { id: 'accessMode', header: TEXTS.columns.accessMode, width: 120, value: ({ user }) => user.accessMode },
  {
    id: 'modified',
    header: TEXTS.columns.modified,
    width: 112,
    value: ({ user }) => user.modifiedOn,
    cell: ({ user }) => (user.modifiedOn === null ? null : <Moment at={user.modifiedOn} form="date" />),
  },
  {
    id: 'credential',
    header: TEXTS.columns.credential,
    width: 128,
    value: ({ credentialEnds }) => credentialEnds,
    cell: ({ credentialEnds }) =>
      credentialEnds === null ? null : <Moment at={credentialEnds} form="date" />,
  },
  {
    id: 'asOf',
    header: TEXTS.columns.asOf,
    width: 150,
    hidden: true,
    value: ({ asOf }) => asOf,
    cell: ({ asOf }) => (asOf === null ? null : <Moment at={asOf} />),
  },
  {
    id: 'created',
    header: TEXTS.columns.created,
    width: 112,
    hidden: true,
    value: ({ user }) => user.createdOn,
    cell: ({ user }) => (user.createdOn === null ? null : <Moment at={user.createdOn} form="date" />),
  },
  {
    id: 'clientId',
    header: TEXTS.columns.clientId,
    width: 150,
    hidden: true,
    value: ({ user }) => user.clientId,
    cell: ({ user }) => (
      <Inline>
        <Identifier value={user.clientId} what={TEXTS.columns.clientId} />
      </Inline>
    ),
  },
];

/** Columns for what became different: that comes before all that stayed. */
export const CHANGED_COLUMNS: readonly Column<UserRow>[] = USER_COLUMNS.toSpliced(3, 0, CHANGED);
