import type { ReactElement } from 'react';
import { useCallback, useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { CataloguePrivilege, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  Button,
  Caption1,
  ErrorPanel,
  makeStyles,
  NoticeBar,
  SidePanel,
  Tab,
  TabList,
} from '../../ui/index.ts';
import { DepthLegend } from './depth-legend.tsx';
import { DraftChanges } from './draft-changes.tsx';
import { EditMatrix, EditMisc } from './edit-matrix.tsx';
import type { Depths } from './role-draft.ts';
import { asCreate, asEdit, changesOf, templateDepths } from './role-draft.ts';
import { problemOfName, RoleForm } from './role-form.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { useRoleDraft } from './use-role-draft.ts';

const TABS = ['tables', 'misc', 'changes'] as const;
type TabId = (typeof TABS)[number];

const NOTHING: Depths = new Map();
const NO_CATALOGUE: readonly CataloguePrivilege[] = [];
const WIDTH = 760;

const useStyles = makeStyles({
  fill: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
  tabs: { marginLeft: '-12px' },
});

/** Makes a new role, or edits one: every privilege as a circle to click, with what changes beside it, then the plan. */
export const RoleEditor = (props: {
  readonly environment: Environment;
  readonly environments: readonly Environment[];
  readonly roles: readonly SecurityRole[];
  /** Null: a new one. */
  readonly edited: SecurityRole | null;
  readonly onClose: () => void;
}): ReactElement => {
  const { edited: role, environment } = props;
  const styles = useStyles();
  const workspace = useWorkspace();
  const here = { workspaceId: workspace.id, environmentId: environment.id };
  const catalogueRead = useCall('securityRoles.catalogue', here);
  const privilegesRead = useCall(
    'securityRoles.privileges',
    role === null ? null : { ...here, roleId: role.rootRoleId },
  );
  const catalogue = catalogueRead.data?.privileges ?? NO_CATALOGUE;
  const [draft, change, discard] = useRoleDraft(workspace.id, environment, role);
  const { set, tables, template, words } = draft;
  const [tab, setTab] = useState<TabId>('tables');
  const [previewed, setPreviewed] = useState<readonly RoleChange[] | null>(null);

  const before = useMemo(
    (): Depths =>
      role === null
        ? NOTHING
        : new Map((privilegesRead.data?.privileges ?? []).map(({ depth, name }) => [name, depth])),
    [privilegesRead.data, role],
  );
  const begun = useMemo(
    (): Depths => (role === null ? templateDepths(template, tables, catalogue) : before),
    [before, catalogue, role, tables, template],
  );
  const after = useMemo((): Depths => new Map([...begun, ...set]), [begun, set]);
  const onChange = useCallback(
    (name: string, depth: Depth) => change((now) => ({ ...now, set: new Map([...now.set, [name, depth]]) })),
    [change],
  );
  const onRevert = useCallback(
    (name: string) => onChange(name, before.get(name) ?? 'None'),
    [before, onChange],
  );
  const circles = useMemo(() => ({ before, after, onChange }), [after, before, onChange]);
  const changes = useMemo(() => changesOf(before, after), [after, before]);
  const tableNames = useMemo(
    () => [...new Set(catalogue.flatMap(({ table }) => (table === null ? [] : [table])))].toSorted(),
    [catalogue],
  );

  const taken = props.roles.some(
    (other) => other.rootRoleId !== role?.rootRoleId && sameName(other.name, words.name),
  );
  const problem = problemOfName(words.name, taken);
  const renamed = role !== null && words.name.trim() !== role.name;
  const described = words.description.trim();
  const count = changes.length + (renamed ? 1 : 0) + (role !== null && described !== '' ? 1 : 0);
  const mayPreview =
    problem === null && words.environments.size > 0 && (role === null || count > 0) && !workspace.readOnly;
  const title = role === null ? TEXTS.titles.new : TEXTS.titles.edit(role.name);

  const asked = (): readonly RoleChange[] =>
    [...words.environments].map((environmentId) =>
      role === null
        ? asCreate(environmentId, words.name.trim(), described, changes)
        : asEdit(
            environmentId,
            environmentId === environment.id
              ? { by: 'id', roleId: role.rootRoleId }
              : { by: 'name', name: role.name },
            {
              name: renamed ? words.name.trim() : null,
              description: described === '' ? null : described,
            },
            changes,
          ),
    );

  if (previewed !== null)
    return (
      <ChangePanel
        title={title}
        change={{ kind: 'roles', changes: previewed }}
        onClose={props.onClose}
        onBack={() => setPreviewed(null)}
        onDone={discard}
      />
    );
  const failure = catalogueRead.error ?? privilegesRead.error;
  const loading = catalogueRead.loading || privilegesRead.loading;
  const misc = catalogue.filter(({ table }) => table === null).length;
  return (
    <SidePanel
      title={title}
      subtitle={environment.name}
      startWidth={WIDTH}
      onClose={props.onClose}
      actions={
        <>
          <Button appearance="primary" disabled={!mayPreview} onClick={() => setPreviewed(asked())}>
            {TEXTS.preview(count)}
          </Button>
          <Button
            onClick={() => {
              discard();
              props.onClose();
            }}
          >
            {TEXTS.cancel}
          </Button>
        </>
      }
    >
      {workspace.readOnly ? <NoticeBar intent="warning" title={TEXTS.readOnlyWorkspace} /> : null}
      <RoleForm
        words={words}
        onWords={(now) =>
          change((before) => ({
            ...before,
            words: now,
            touched: before.touched || now.name !== before.words.name,
          }))
        }
        all={props.environments}
        problem={draft.touched ? problem : null}
        descriptionHint={role === null ? TEXTS.descriptionHint : TEXTS.descriptionKept}
        {...(role === null ? {} : { environmentsHint: TEXTS.editHint })}
      />
      {role === null ? (
        <TemplateChoice
          template={template}
          chosen={tables}
          tables={tableNames}
          onTemplate={(chosen) => change((now) => ({ ...now, template: chosen }))}
          onTables={(chosen) => change((now) => ({ ...now, tables: chosen }))}
        />
      ) : null}
      <TabList
        className={styles.tabs}
        aria-label={TEXTS.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(TABS.find((each) => each === value) ?? 'tables')}
      >
        <Tab value="tables">{TEXTS.tablesTab(tableNames.length)}</Tab>
        <Tab value="misc">{TEXTS.miscTab(misc)}</Tab>
        <Tab value="changes">{TEXTS.changesTab(changes.length)}</Tab>
      </TabList>
      <div className={styles.fill} role="tabpanel" aria-label={TEXTS.tabs}>
        {failure !== null ? (
          <ErrorPanel
            error={failure}
            handlers={{
              retry: () => {
                catalogueRead.refresh();
                privilegesRead.refresh();
              },
            }}
          />
        ) : tab === 'tables' ? (
          <EditMatrix catalogue={catalogue} draft={circles} loading={loading} startNarrow={role !== null} />
        ) : tab === 'misc' ? (
          <EditMisc catalogue={catalogue} draft={circles} loading={loading} />
        ) : (
          <DraftChanges changes={changes} onRevert={onRevert} />
        )}
      </div>
      {tab === 'changes' || failure !== null ? null : (
        <>
          <DepthLegend />
          <Caption1>{TEXTS.keys}</Caption1>
        </>
      )}
    </SidePanel>
  );
};
