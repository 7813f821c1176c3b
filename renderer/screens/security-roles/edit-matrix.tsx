import type { ReactElement } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { CataloguePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import {
  DEPTH_LABELS,
  ROLE_EDIT_TEXTS as TEXTS,
  SECURITY_ROLES_TEXTS,
  VERB_LABELS,
} from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { DataTable, EmptyState, makeStyles, SecurityRolesIcon, Switch, tokens } from '../../ui/index.ts';
import { DepthButton } from './depth-button.tsx';
import { titleOfPrivilege } from './match-privileges.ts';
import { miscArea } from './misc-area.ts';
import type { TableVerb } from './privilege-matrix.ts';
import { TABLE_VERBS } from './privilege-matrix.ts';
import type { Depths } from './role-draft.ts';
import { useCircleKeys } from './use-circle-keys.ts';

/** What a matrix edits: how far each privilege was granted and is now, and how to change it. */
export type Draft = {
  readonly before: Depths;
  readonly after: Depths;
  readonly onChange: (name: string, depth: Depth) => void;
};

type TableLine = {
  readonly table: string;
  readonly verbs: Readonly<Partial<Record<TableVerb, CataloguePrivilege>>>;
};

const useStyles = makeStyles({
  matrix: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '240px',
    '& [role="columnheader"]:not(:first-child) button': {
      justifyContent: 'center',
      padding: '0',
      fontSize: tokens.fontSizeBase100,
    },
    '& [role="gridcell"]:not(:first-child)': { padding: '0', textAlign: 'center' },
  },
  plain: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
});

const linesOf = (catalogue: readonly CataloguePrivilege[]): readonly TableLine[] => {
  const lines = new Map<string, Partial<Record<TableVerb, CataloguePrivilege>>>();
  for (const privilege of catalogue) {
    const { table, verb } = privilege;
    if (table === null || verb === 'Other') continue;
    const verbs = lines.get(table) ?? {};
    verbs[verb] = privilege;
    lines.set(table, verbs);
  }
  return [...lines]
    .map(([table, verbs]) => ({ table, verbs }))
    .toSorted((a, b) => a.table.localeCompare(b.table));
};

const depthIn = (depths: Depths, name: string): Depth => depths.get(name) ?? 'None';

/** Whether a draft grants a privilege, or takes it away. */
const isConcerned = ({ after, before }: Draft, { name }: CataloguePrivilege): boolean =>
  depthIn(before, name) !== 'None' || depthIn(after, name) !== 'None';

const Cell = (props: {
  readonly privilege: CataloguePrivilege;
  readonly draft: Draft;
  readonly word?: boolean;
}): ReactElement => {
  const { draft, privilege } = props;
  return (
    <DepthButton
      privilege={privilege}
      what={titleOfPrivilege(privilege)}
      column={privilege.verb}
      before={depthIn(draft.before, privilege.name)}
      now={depthIn(draft.after, privilege.name)}
      word={props.word === true}
      onChange={(depth) => draft.onChange(privilege.name, depth)}
    />
  );
};

const nothingGranted = (
  <EmptyState icon={SecurityRolesIcon} title={TEXTS.nothingGrantedTitle} text={TEXTS.nothingGrantedText} />
);

const OnlyGranted = (props: {
  readonly on: boolean;
  readonly onTurned: (on: boolean) => void;
}): ReactElement => (
  <Switch
    checked={props.on}
    label={TEXTS.onlyGranted}
    onChange={(_event, { checked }) => props.onTurned(checked)}
  />
);

/** Tables × verbs, each a circle to click. */
export const EditMatrix = (props: {
  readonly catalogue: readonly CataloguePrivilege[];
  readonly draft: Draft;
  readonly loading: boolean;
  readonly startNarrow: boolean;
}): ReactElement => {
  const styles = useStyles();
  const place = useRef<HTMLDivElement | null>(null);
  const { enter, onKeyDown } = useCircleKeys(place);
  const { catalogue, draft } = props;
  const [only, setOnly] = useState(props.startNarrow);
  const lines = useMemo(() => linesOf(catalogue), [catalogue]);
  const rows = useMemo(
    () =>
      only
        ? lines.filter(({ verbs }) => Object.values(verbs).some((privilege) => isConcerned(draft, privilege)))
        : lines,
    [draft, lines, only],
  );
  const columns = useMemo(
    (): readonly Column<TableLine>[] => [
      {
        id: 'table',
        header: SECURITY_ROLES_TEXTS.details.tableColumn,
        width: 130,
        grow: true,
        required: true,
        value: ({ table }) => table,
      },
      ...TABLE_VERBS.map((verb): Column<TableLine> => ({
        id: verb,
        header: VERB_LABELS[verb],
        width: 56,
        value: ({ verbs }) => {
          const privilege = verbs[verb];
          return privilege === undefined ? null : DEPTH_LABELS[depthIn(draft.after, privilege.name)];
        },
        cell: ({ verbs }) => {
          const privilege = verbs[verb];
          return privilege === undefined ? null : <Cell privilege={privilege} draft={draft} />;
        },
      })),
    ],
    [draft],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the circles in it hold the focus
    <div ref={place} className={styles.matrix} onKeyDown={onKeyDown}>
      <DataTable
        label={SECURITY_ROLES_TEXTS.details.matrix}
        columns={columns}
        rows={rows}
        rowKey={({ table }) => table}
        initialSort={{ column: 'table', descending: false }}
        loading={props.loading}
        onOpen={enter}
        filters={<OnlyGranted on={only} onTurned={setOnly} />}
        empty={nothingGranted}
      />
    </div>
  );
};

/** Privileges that belong to no table, by area. */
export const EditMisc = (props: {
  readonly catalogue: readonly CataloguePrivilege[];
  readonly draft: Draft;
  readonly loading: boolean;
}): ReactElement => {
  const styles = useStyles();
  const place = useRef<HTMLDivElement | null>(null);
  const { enter, onKeyDown } = useCircleKeys(place);
  const { catalogue, draft } = props;
  const [only, setOnly] = useState(false);
  const rows = useMemo(
    () =>
      catalogue
        .filter(({ table }) => table === null)
        .filter((privilege) => !only || isConcerned(draft, privilege)),
    [catalogue, draft, only],
  );
  const columns = useMemo(
    (): readonly Column<CataloguePrivilege>[] => [
      {
        id: 'area',
        header: SECURITY_ROLES_TEXTS.details.miscColumns.area,
        width: 175,
        value: ({ name }) => SECURITY_ROLES_TEXTS.areas[miscArea(name)],
      },
      {
        id: 'name',
        header: SECURITY_ROLES_TEXTS.details.miscColumns.name,
        width: 220,
        grow: true,
        required: true,
        value: ({ name }) => name,
      },
      {
        id: 'depth',
        header: SECURITY_ROLES_TEXTS.details.miscColumns.depth,
        width: 120,
        value: ({ name }) => DEPTH_LABELS[depthIn(draft.after, name)],
        cell: (privilege) => <Cell privilege={privilege} draft={draft} word />,
      },
    ],
    [draft],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the circles in it hold the focus
    <div ref={place} className={styles.plain} onKeyDown={onKeyDown}>
      <DataTable
        label={SECURITY_ROLES_TEXTS.details.miscTable}
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        initialSort={{ column: 'area', descending: false }}
        loading={props.loading}
        onOpen={enter}
        filters={<OnlyGranted on={only} onTurned={setOnly} />}
        empty={nothingGranted}
      />
    </div>
  );
};
