import {
  DEPTH_LABELS,
  SECURITY_ROLES_TEXTS,
  WHO_TEXTS as TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { GrantingRole } from '../../../preload/contract/security-roles.ts';
import type { Column } from '../../ui/index.ts';
import { Chips, DepthGlyph, ProductionBadge, StatusBadge, TextWithMark } from '../../ui/index.ts';
import type { GrantingRow } from './granting-rows.ts';

/** Holders in words: who, and through which team. */
export const holdersInWords = (apps: GrantingRole['apps']): readonly string[] =>
  apps.map(({ name, team }) => (team === null ? name : TEXTS.through(name, team)));

/** Depths sort by how far they reach. */
const rank = (depth: Depth): string => `${DEPTHS.indexOf(depth)} ${DEPTH_LABELS[depth]}`;

/** Columns of the answer to who may do something. */
export const GRANTING_COLUMNS: readonly Column<GrantingRow>[] = [
  {
    id: 'environment',
    header: TEXTS.columns.environment,
    width: 230,
    value: ({ environmentName }) => environmentName,
    cell: ({ environmentName, production }) => (
      <TextWithMark text={environmentName} mark={production ? <ProductionBadge /> : null} />
    ),
  },
  {
    id: 'role',
    header: TEXTS.columns.role,
    width: 280,
    grow: true,
    required: true,
    value: ({ role }) => role.name,
    cell: ({ role }) => (
      <TextWithMark
        text={role.name}
        mark={
          role.systemAdministrator ? (
            <StatusBadge status="attention" word={SECURITY_ROLES_TEXTS.administrator} />
          ) : null
        }
      />
    ),
  },
  {
    id: 'depth',
    header: TEXTS.columns.depth,
    width: 110,
    value: ({ depth }) => rank(depth),
    cell: ({ depth, role }) => (
      <>
        <DepthGlyph depth={depth} what={role.name} /> {DEPTH_LABELS[depth]}
      </>
    ),
  },
  {
    id: 'apps',
    header: TEXTS.columns.apps,
    width: 260,
    grow: true,
    value: ({ role }) => holdersInWords(role.apps).join(', '),
    cell: ({ role }) =>
      role.apps.length === 0 ? (
        TEXTS.nobodyHolds
      ) : (
        <Chips texts={holdersInWords(role.apps)} most={2} more={TEXTS.more} />
      ),
  },
  {
    id: 'kind',
    header: TEXTS.columns.kind,
    width: 110,
    value: ({ role }) => (role.managed ? SECURITY_ROLES_TEXTS.managed : SECURITY_ROLES_TEXTS.unmanaged),
  },
];
