import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ConnectionRow, ImportedRow } from '../../../preload/contract/portability.ts';
import { WORKSPACE_COLOURS } from '../../../preload/contract/words/status.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall, useStream } from '../../bridge/index.ts';
import { useCloudName } from '../../session/index.ts';
import {
  Button,
  Card,
  DataTable,
  Dropdown,
  EmptyState,
  ErrorPanel,
  Field,
  Inline,
  Input,
  makeStyles,
  NoticeBar,
  Option,
  Stack,
  StreamBar,
  tokens,
} from '../../ui/index.ts';
import { CONNECTION_COLUMNS, isUseful } from './connection-columns.tsx';
import { ImportResult } from './import-result.tsx';
import { cloudOf, likelyWorkspace, ofOtherClouds } from './target-cloud.ts';

type Found = Extract<OutputOf<'portability.preview'>, { readonly kind: 'connections' }>;

const NEW = 'new';
const NO_WORKSPACES: readonly Workspace[] = [];
const NO_ROWS: readonly ImportedRow[] = [];

const useStyles = makeStyles({
  table: { height: '360px', minHeight: 0, display: 'flex', flexDirection: 'column' },
  into: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'flex-start' },
  field: { minWidth: '260px' },
});

/** Chooses connections and the workspace they go to, brings them in, and says of each what became of it. */
export const ConnectionsView = (props: {
  readonly importId: string;
  readonly found: Found;
  /** The connection whose details are shown. */
  readonly open: ConnectionRow | null;
  readonly onOpen: (row: ConnectionRow) => void;
  readonly onAgain: () => void;
}): ReactElement => {
  const { found, importId } = props;
  const styles = useStyles();
  const workspaces = useCall('workspaces.list', {}).data?.workspaces ?? NO_WORKSPACES;
  const create = useAction('workspaces.create', { invalidates: ['workspaces.list'] });
  const useful = useMemo(
    () => new Set(found.rows.filter(isUseful).map(({ index }) => String(index))),
    [found],
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(useful);
  const [into, setInto] = useState<string | null>(null);
  const [count, setCount] = useState(0);
  const [name, setName] = useState('');
  const stream = useStream('portability.importConnections', {
    scope: importId,
    title: TEXTS.importing,
    initial: NO_ROWS,
    reduce: (rows, row) => [...rows, row],
    count: (rows) => ({ done: rows.length, total: count }),
  });

  const target = into ?? likelyWorkspace(found.rows, workspaces)?.id ?? NEW;
  const workspace = workspaces.find(({ id }) => id === target) ?? null;
  const chosen = found.rows.filter(({ index }) => selected.has(String(index)) && useful.has(String(index)));
  const cloud = workspace?.cloud ?? cloudOf(chosen) ?? 'public';
  const outside = ofOtherClouds(chosen, cloud);
  const coming = chosen.filter((row) => !outside.includes(row));
  const cloudName = useCloudName([cloud, ...outside.map((row) => row.cloud)]);
  const missingName = workspace === null && name.trim() === '';

  const place = async (): Promise<Workspace | null> => {
    if (workspace !== null) return workspace;
    const made = await create.run({
      name: name.trim(),
      colour: WORKSPACE_COLOURS[workspaces.length % WORKSPACE_COLOURS.length] ?? 'blue',
      cloud,
      tenant: coming.find(({ tenantId }) => tenantId !== null)?.tenantId ?? '',
      adminClientId: '',
    });
    if (made.ok) setInto(made.value.id);
    return made.ok ? made.value : null;
  };
  const bring = async () => {
    const to = await place();
    if (to === null) return;
    setCount(coming.length);
    await stream.start({ importId, workspaceId: to.id, rows: coming.map(({ index }) => index) });
  };

  if (stream.output !== null && workspace !== null)
    return (
      <ImportResult
        rows={stream.data}
        counts={stream.output}
        workspace={workspace}
        nameOf={(index) => found.rows[index]?.name ?? ''}
        onAgain={props.onAgain}
      />
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
            onOpen={props.onOpen}
            openKey={props.open === null ? null : String(props.open.index)}
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
        {outside.length === 0 ? null : (
          <NoticeBar intent="warning" title={TEXTS.outside(outside.length)}>
            {TEXTS.outsideHint(
              workspace?.name ?? TEXTS.newWorkspace,
              cloudName(cloud),
              [...new Set(outside.flatMap((row) => row.cloud ?? []))].map(cloudName),
              outside.map((row) => row.name),
            )}
          </NoticeBar>
        )}
        {create.error === null ? null : <ErrorPanel error={create.error} />}
        {stream.error === null ? null : <ErrorPanel error={stream.error} />}
        {stream.running ? (
          <StreamBar
            label={TEXTS.importingOf(stream.count.done, count)}
            done={stream.count.done}
            total={count}
            onCancel={stream.cancel}
          />
        ) : (
          <Inline>
            <Button
              appearance="primary"
              disabledFocusable={coming.length === 0 || missingName || create.busy}
              onClick={() => void bring()}
            >
              {TEXTS.import(coming.length)}
            </Button>
            <Button onClick={props.onAgain}>{TEXTS.again}</Button>
          </Inline>
        )}
      </Stack>
    </Card>
  );
};
