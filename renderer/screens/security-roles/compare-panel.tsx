import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId, RoleId } from '../../../preload/contract/words/ids.ts';
import { DEPTH_LABELS, SECURITY_ROLES_TEXTS, VERB_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { useCalls, useWorkspace } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  CheckIcon,
  DataTable,
  DepthGlyph,
  EmptyState,
  EnvironmentMenu,
  ErrorPanel,
  Field,
  Inline,
  makeStyles,
  NoticeBar,
  SidePanel,
  Switch,
} from '../../ui/index.ts';
import type { ComparedPrivilege } from './compare-roles.ts';
import { compareRoles } from './compare-roles.ts';
import { DepthLegend } from './depth-legend.tsx';

const TEXTS = SECURITY_ROLES_TEXTS.compare;

const NO_ROLES: readonly SecurityRole[] = [];
const SIDE_WIDTH = 170;
/** More environments than these beside the first are not seen beside each other. */
const MOST_ENVIRONMENTS = 4;
const BY_PRIVILEGE = { column: 'privilege', descending: false } as const;

/** One role of the comparison, in its environment. */
type Side = { readonly environment: Environment; readonly roleId: RoleId; readonly name: string };

const useStyles = makeStyles({
  table: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px' },
});

const titleOf = ({ table, verb, name }: ComparedPrivilege): string =>
  table === null ? name : `${table}: ${VERB_LABELS[verb]}`;

/** What tells the columns apart: the role, its environment, or both. */
const headerOf = ({ environment, name }: Side, sides: readonly Side[]): string => {
  const oneRole = sides.every((side) => side.name === name);
  const oneEnvironment = sides.every((side) => side.environment === environment);
  if (oneEnvironment) return name;
  return oneRole ? environment.name : TEXTS.roleIn(name, environment.name);
};

const columnsOf = (sides: readonly Side[]): readonly Column<ComparedPrivilege>[] => [
  { id: 'privilege', header: TEXTS.privilege, width: 200, grow: true, required: true, value: titleOf },
  ...sides.map((side, place): Column<ComparedPrivilege> => ({
    id: `${side.environment.id} ${side.roleId}`,
    header: headerOf(side, sides),
    width: SIDE_WIDTH,
    value: ({ depths }) => DEPTH_LABELS[depths[place] ?? 'None'],
    cell: (privilege) => {
      const depth = privilege.depths[place] ?? 'None';
      return (
        <>
          <DepthGlyph depth={depth} what={titleOf(privilege)} /> {DEPTH_LABELS[depth]}
        </>
      );
    },
  })),
];

/** Roles beside each other, privilege by privilege; of one environment, or also those of the same names in another. */
export const ComparePanel = (props: {
  readonly environment: Environment;
  readonly roles: readonly SecurityRole[];
  readonly environments: readonly Environment[];
  readonly otherIds: readonly string[];
  readonly onOthers: (ids: readonly EnvironmentId[]) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { environment, roles } = props;
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const others = useMemo(
    () => props.environments.filter(({ id }) => id !== environment.id),
    [environment.id, props.environments],
  );
  const compared = useMemo(
    () => others.filter(({ id }) => props.otherIds.includes(id)).slice(0, MOST_ENVIRONMENTS),
    [others, props.otherIds],
  );
  const lists = useCalls(
    'securityRoles.list',
    compared.map(({ id }) => ({ workspaceId: workspace.id, environmentId: id })),
  );
  const listed = compared.map((other, place) => ({ other, read: lists[place] }));
  const sides = [
    ...roles.map(({ rootRoleId, name }): Side => ({ environment, roleId: rootRoleId, name })),
    ...listed.flatMap(({ other, read }) =>
      (read?.data?.roles ?? NO_ROLES)
        .filter((role) => roles.some(({ name }) => name === role.name))
        .map(({ rootRoleId, name }): Side => ({ environment: other, roleId: rootRoleId, name })),
    ),
  ].toSorted((x, y) => x.name.localeCompare(y.name));
  const missing = listed.flatMap(({ other, read }) => {
    if (read?.data === undefined) return [];
    const names = roles
      .filter(({ name }) => !sides.some((side) => side.environment === other && side.name === name))
      .map(({ name }) => name);
    return names.length === 0 ? [] : [{ other, names }];
  });
  const unlisted = listed.flatMap(({ other, read }) =>
    read === undefined || read.error === null ? [] : [{ other, read, error: read.error }],
  );

  const reads = useCalls(
    'securityRoles.privileges',
    sides.map((side) => ({
      workspaceId: workspace.id,
      environmentId: side.environment.id,
      roleId: side.roleId,
    })),
  );
  // Without the other environment those of this one still stand beside each other; a role that was not read would look empty.
  const failed = reads.filter(({ error }) => error !== null);
  const unread = sides.filter((_side, place) => (reads[place]?.error ?? null) !== null);
  const failure = failed[0];
  const loading = [...lists, ...reads].some((read) => read.loading);
  const all = useMemo(
    () => (loading ? [] : compareRoles(reads.map(({ data }) => data?.privileges ?? []))),
    [loading, reads],
  );
  const differences = useMemo(() => all.filter(({ differs }) => differs), [all]);
  const sidesKey = sides.map((side) => `${side.environment.id} ${side.roleId}`).join('\n');
  // oxlint-disable-next-line react/exhaustive-deps -- sides are made anew each time; what they are is in the key
  const columns = useMemo(() => columnsOf(sides), [sidesKey]);

  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={environment.name}
      onClose={props.onClose}
      startWidth={260 + sides.length * SIDE_WIDTH}
    >
      <Inline wrap justify="between">
        <Field label={TEXTS.with}>
          <EnvironmentMenu
            label={TEXTS.with}
            environments={others}
            chosen={new Set(compared.map(({ id }) => id))}
            onChosen={(ids) => props.onOthers([...ids].slice(0, MOST_ENVIRONMENTS))}
          />
        </Field>
        <Switch
          checked={onlyDifferences}
          label={TEXTS.onlyDifferences(differences.length, all.length)}
          onChange={(_event, { checked }) => setOnlyDifferences(checked)}
        />
      </Inline>
      {missing.map(({ names, other }) => (
        <NoticeBar key={other.id} intent="warning" title={TEXTS.missing(names.join(', '), other.name)} />
      ))}
      {unlisted.map(({ error, other, read }) => (
        <ErrorPanel key={other.id} error={error} handlers={{ retry: read.refresh }} />
      ))}
      {unread.length === 0 || loading ? null : (
        <NoticeBar
          intent="warning"
          title={TEXTS.notRead(
            unread.map((side) => TEXTS.roleIn(side.name, side.environment.name)).join(', '),
          )}
        />
      )}
      {failure?.error !== null && failure !== undefined ? (
        <ErrorPanel
          error={failure.error}
          handlers={{
            retry: () => {
              for (const { refresh } of failed) refresh();
            },
          }}
        />
      ) : unlisted.length > 0 && sides.length < 2 ? null : (
        <div className={styles.table}>
          <DataTable
            label={TEXTS.title}
            key={columns.map(({ id }) => id).join(' ')}
            columns={columns}
            rows={onlyDifferences ? differences : all}
            rowKey={({ name }) => name}
            initialSort={BY_PRIVILEGE}
            loading={loading}
            empty={
              sides.length < 2 ? (
                <EmptyState title={TEXTS.oneTitle} text={TEXTS.oneText} />
              ) : (
                <EmptyState icon={CheckIcon} title={TEXTS.alikeTitle} text={TEXTS.alikeText(all.length)}>
                  <Button onClick={() => setOnlyDifferences(false)}>{TEXTS.showAll}</Button>
                </EmptyState>
              )
            }
          />
        </div>
      )}
      <DepthLegend />
    </SidePanel>
  );
};
