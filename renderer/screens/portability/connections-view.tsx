import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ConnectionRow, ImportedRow } from '../../../preload/contract/portability.ts';
import { WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall, useStream } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  Card,
  DataTable,
  Dropdown,
  EmptyState,
  ErrorPanel,
  Field,
  FoldList,
  Inline,
  Input,
  makeStyles,
  NoticeBar,
  Option,
  Stack,
  StatusBadge,
  tokens,
} from '../../ui/index.ts';
import { CONNECTION_COLUMNS, isUseful } from './connection-columns.tsx';

type Found = Extract<OutputOf<'portability.preview'>, { readonly kind: 'connections' }>;

const NEW = 'new';
const NO_WORKSPACES: readonly Workspace[] = [];
const NO_ROWS: readonly ImportedRow[] = [];

const useStyles = makeStyles({
  table: { height: '360px', minHeight: 0, display: 'flex', flexDirection: 'column' },
  into: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'flex-start' },
  field: { minWidth: '260px' },
});

const resultLine = (row: ImportedRow): string =>
  TEXTS.partOf(TEXTS.parts[row.app], TEXTS.parts[row.credential], TEXTS.parts[row.environment]);

/** Chooses connections and the workspace they go to, brings them in, and says of each what became of it. */
export const ConnectionsView = (props: {
  readonly importId: string;
  readonly found: Found;
  readonly onAgain: () => void;
}): ReactElement => {
  const { found, importId } = props;
  const styles = useStyles();
  const go = useGo();
  const workspaces = useCall('workspaces.list', {}).data?.workspaces ?? NO_WORKSPACES;
  const create = useAction('workspaces.create', { invalidates: ['workspaces.list'] });
  const useful = useMemo(
    () => new Set(found.rows.filter(isUseful).map(({ index }) => String(index))),
    [found],
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(useful);
  const [into, setInto] = useState<string | null>(null);
  const [name, setName] = useState('');
  const stream = useStream('portability.importConnections', {
    scope: importId,
    title: TEXTS.importing,
    initial: NO_ROWS,
    reduce: (rows, row) => [...rows, row],
    count: (rows) => ({ done: rows.length, total: selected.size }),
  });

  const same = found.rows.find(({ tenantId }) => tenantId !== null)?.tenantId ?? null;
  const likely = workspaces.find(({ tenantId }) => tenantId !== null && tenantId === same) ?? workspaces[0];
  const target = into ?? likely?.id ?? NEW;
  const workspace = workspaces.find(({ id }) => id === target) ?? null;
  const chosen = found.rows.filter(({ index }) => selected.has(String(index)) && useful.has(String(index)));
  const missingName = workspace === null && name.trim() === '';

  const place = async (): Promise<Workspace | null> => {
    if (workspace !== null) return workspace;
    const made = await create.run({
      name: name.trim(),
      colour: WORKSPACE_COLOURS[workspaces.length % WORKSPACE_COLOURS.length] ?? 'blue',
      cloud: chosen.find(({ cloud }) => cloud !== null)?.cloud ?? 'public',
      tenant: chosen.find(({ tenantId }) => tenantId !== null)?.tenantId ?? '',
      adminClientId: '',
    });
    if (made.ok) setInto(made.value.id);
    return made.ok ? made.value : null;
  };
  const bring = async () => {
    const to = await place();
    if (to !== null)
      await stream.start({ importId, workspaceId: to.id, rows: chosen.map(({ index }) => index) });
  };
  const rowOf = (index: number): ConnectionRow | undefined => found.rows[index];

  if (stream.output !== null && workspace !== null)
    return (
      <Card
        title={TEXTS.result}
        text={TEXTS.resultText(stream.output.apps, stream.output.environments, stream.output.secrets)}
      >
        <FoldList
          label={TEXTS.result}
          items={stream.data.map((row) => ({
            id: String(row.index),
            title: rowOf(row.index)?.name ?? '',
            status: <StatusBadge status={row.error === null ? 'healthy' : 'attention'} />,
            note: resultLine(row),
            body: row.error === null ? null : <ErrorPanel error={row.error} bare />,
            open: false,
          }))}
        />
        <Inline>
          <Button
            appearance="primary"
            onClick={() => go({ page: 'applications', workspaceId: workspace.id })}
          >
            {TEXTS.openApps}
          </Button>
          <Button onClick={props.onAgain}>{TEXTS.again}</Button>
        </Inline>
      </Card>
    );
  return (
    <Card title={TEXTS.found(found.format, found.rows.length)}>
      <Stack gap="l">
        {found.unreadable === 0 ? null : (
          <NoticeBar intent="info" title={TEXTS.unreadable(found.unreadable)} />
        )}
        <div className={styles.table}>
          <DataTable
            label={TEXTS.table}
            rows={found.rows}
            columns={CONNECTION_COLUMNS}
            rowKey={({ index }) => String(index)}
            selected={selected}
            onSelected={setSelected}
            empty={<EmptyState title={TEXTS.nothing} text={TEXTS.fileHint} />}
          />
        </div>
        <div className={styles.into}>
          <Field label={TEXTS.into} hint={TEXTS.intoHint} className={styles.field}>
            <Dropdown
              value={workspace?.name ?? TEXTS.newWorkspace}
              selectedOptions={[target]}
              onOptionSelect={(_event, data) => setInto(data.optionValue ?? null)}
            >
              {workspaces.map((one) => (
                <Option key={one.id} value={one.id}>
                  {one.name}
                </Option>
              ))}
              <Option value={NEW}>{TEXTS.newWorkspace}</Option>
            </Dropdown>
          </Field>
          {workspace === null ? (
            <Field label={TEXTS.newName} required className={styles.field}>
              <Input maxLength={120} value={name} onChange={(_event, data) => setName(data.value)} />
            </Field>
          ) : null}
        </div>
        {create.error === null ? null : <ErrorPanel error={create.error} />}
        {stream.error === null ? null : <ErrorPanel error={stream.error} />}
        <Inline>
          <Button
            appearance="primary"
            disabledFocusable={chosen.length === 0 || missingName || stream.running || create.busy}
            onClick={() => void bring()}
          >
            {TEXTS.import(chosen.length)}
          </Button>
          {stream.running ? (
            <Button onClick={stream.cancel}>{TEXTS.cancel}</Button>
          ) : (
            <Button onClick={props.onAgain}>{TEXTS.again}</Button>
          )}
        </Inline>
      </Stack>
    </Card>
  );
};
