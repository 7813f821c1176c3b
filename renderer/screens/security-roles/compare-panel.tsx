import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId, RoleId } from '../../../preload/contract/words/ids.ts';
import { DEPTH_LABELS, SECURITY_ROLES_TEXTS, VERB_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useCalls, useWorkspace } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Button,
  CheckIcon,
  DataTable,
  DepthGlyph,
  EmptyState,
  EnvironmentSelect,
  ErrorPanel,
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
  readonly otherId: string | undefined;
  readonly onOther: (id: EnvironmentId | null) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { environment, roles } = props;
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const others = props.environments.filter(({ id }) => id !== environment.id);
  const other = others.find(({ id }) => id === props.otherId);
  const there = useCall(
    'securityRoles.list',
    other === undefined ? null : { workspaceId: workspace.id, environmentId: other.id },
  );
  const sides = useMemo((): readonly Side[] => {
    const sidesIn = (where: Environment, all: readonly SecurityRole[]): readonly Side[] =>
      all.map(({ rootRoleId, name }) => ({ environment: where, roleId: rootRoleId, name }));
    const sameNames = (there.data?.roles ?? NO_ROLES).filter((role) =>
      roles.some(({ name }) => name === role.name),
    );
    return [
      ...sidesIn(environment, roles),
      ...(other === undefined ? [] : sidesIn(other, sameNames)),
    ].toSorted((a, b) => a.name.localeCompare(b.name));
  }, [environment, other, roles, there.data]);
  const missing =
    other === undefined || there.data === undefined
      ? []
      : roles.filter(({ name }) => !sides.some((side) => side.environment === other && side.name === name));

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
  const loading = [there, ...reads].some((read) => read.loading);
  const all = useMemo(
    () => (loading ? [] : compareRoles(reads.map(({ data }) => data?.privileges ?? []))),
    [loading, reads],
  );
  const differences = useMemo(() => all.filter(({ differs }) => differs), [all]);
  const columns = useMemo(() => columnsOf(sides), [sides]);

  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={environment.name}
      onClose={props.onClose}
      startWidth={260 + sides.length * SIDE_WIDTH}
    >
      <Inline wrap justify="between">
        <EnvironmentSelect
          label={TEXTS.with}
          placeholder={TEXTS.with}
          environments={others}
          chosen={other}
          onChosen={props.onOther}
          onCleared={() => props.onOther(null)}
        />
        <Switch
          checked={onlyDifferences}
          label={TEXTS.onlyDifferences(differences.length, all.length)}
          onChange={(_event, { checked }) => setOnlyDifferences(checked)}
        />
      </Inline>
      {missing.length === 0 || other === undefined ? null : (
        <NoticeBar
          intent="warning"
          title={TEXTS.missing(missing.map(({ name }) => name).join(', '), other.name)}
        />
      )}
      {there.error === null ? null : <ErrorPanel error={there.error} handlers={{ retry: there.refresh }} />}
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
      ) : there.error !== null && sides.length < 2 ? null : (
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
