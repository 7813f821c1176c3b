import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { SECURITY_ROLES_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { formatNumber, StatusBadge } from '../../ui/index.ts';

/** Columns of the list of roles. */
export const ROLE_COLUMNS: readonly Column<SecurityRole>[] = [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 260,
    grow: true,
    required: true,
    value: (role) => role.name,
  },
  {
    id: 'administrator',
    header: TEXTS.columns.administrator,
    width: 170,
    value: (role) => (role.systemAdministrator ? TEXTS.administrator : null),
    cell: (role) =>
      role.systemAdministrator ? (
        <span title={TEXTS.administratorHint}>
          <StatusBadge status="attention" word={TEXTS.administrator} />
        </span>
      ) : null,
  },
  {
    id: 'kind',
    header: TEXTS.columns.kind,
    width: 120,
    value: (role) => (role.managed ? TEXTS.managed : TEXTS.unmanaged),
  },
  {
    id: 'customizable',
    header: TEXTS.columns.customizable,
    width: 120,
    value: (role) => (role.customizable ? TEXTS.yes : TEXTS.no),
  },
  {
    id: 'inherit',
    header: TEXTS.columns.inherit,
    width: 180,
    value: (role) => (role.membersInherit ? TEXTS.yes : TEXTS.no),
    cell: (role) => (role.membersInherit ? <span title={TEXTS.inheritHint}>{TEXTS.yes}</span> : TEXTS.no),
  },
  {
    id: 'copies',
    header: TEXTS.columns.copies,
    width: 90,
    align: 'end',
    value: (role) => role.copies.length,
    cell: (role) => (
      <span title={TEXTS.copiesHint(role.copies.length)}>{formatNumber(role.copies.length)}</span>
    ),
  },
];
