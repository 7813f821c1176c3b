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
import { userStatus } from './user-rows.ts';
import { administratorRoleNames, roleNames, userWord } from './user-words.ts';

const ROLES_SHOWN = 2;

/** Columns of the inventory. */
export const USER_COLUMNS: readonly Column<UserRow>[] = [
  {
    id: 'app',
    header: TEXTS.columns.app,
    width: 180,
    grow: true,
    required: true,
    value: ({ user }) => user.name,
    cell: ({ user }) => (
      <TextWithMark
        text={user.name}
        mark={
          user.platform ? (
            <Badge appearance="outline" size="small" shape="rounded" title={TEXTS.platformHint}>
              {TEXTS.platform}
            </Badge>
          ) : null
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
    value: ({ user }) => userWord(user),
    cell: ({ user }) => <StatusBadge status={userStatus(user)} word={userWord(user)} />,
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
        <span title={TEXTS.administratorHint}>
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
