import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import {
  BackIcon,
  Button,
  CopyIcon,
  ErrorPanel,
  Inline,
  OpenIcon,
  SidePanel,
  Skeleton,
  SkeletonItem,
  useToasts,
  useUiPorts,
} from '../../ui/index.ts';
import { recordJson } from './cell-text.ts';
import type { RowName } from './record-address.ts';
import { recordAddress } from './record-address.ts';
import { RecordFields } from './record-fields.tsx';
import type { Lookup } from './record-trail.ts';
import type { Hidden, HiddenIn } from './use-hidden-columns.ts';
import type { ResultRow } from './use-result-source.ts';

const TEXTS = QUERY_LAB_TEXTS.record;

/** What column security hides of a row that was read by itself. */
const hiddenOf = (read: OutputOf<'query.record'> | undefined, column: string): Hidden => {
  if (read?.hidden.includes(column) === true) return 'yes';
  return read?.unknown.includes(column) === true ? 'unknown' : 'no';
};

/** One record in full, and those that its lookups lead to, read as the app in the same environment. */
export const RecordPanel = (props: {
  readonly runId: RunId;
  readonly row: ResultRow;
  readonly columns: readonly string[];
  /** Null: it is gone. */
  readonly environment: Environment | null;
  /** Which row it is; null where that is not known. */
  readonly name: RowName | null;
  readonly hiddenIn: HiddenIn;
  readonly onClose: () => void;
}): ReactElement => {
  const { environment, row, runId } = props;
  const environmentName = environment?.name ?? row.environmentId;
  const ports = useUiPorts();
  const toasts = useToasts();
  const [trail, setTrail] = useState<readonly Lookup[]>([]);
  const last = trail.at(-1) ?? null;
  const read = useCall(
    'query.record',
    last === null ? null : { runId, environmentId: row.environmentId, table: last.table, id: last.id },
  );
  const shown = last ?? props.name;
  const record = last === null ? { columns: props.columns, cells: row.cells } : (read.data ?? null);
  const copy = async () => {
    if (record !== null && (await ports.copyText(recordJson(record.columns, record.cells))))
      toasts.success(TEXTS.copied);
  };
  return (
    <SidePanel
      title={last === null ? TEXTS.title : last.name}
      subtitle={last === null ? environmentName : TEXTS.place(last.table, environmentName)}
      onClose={props.onClose}
      startWidth={440}
      actions={
        <Inline gap="s">
          {last === null ? null : (
            <Button icon={<BackIcon />} onClick={() => setTrail(trail.slice(0, -1))}>
              {TEXTS.back}
            </Button>
          )}
          <Button icon={<CopyIcon />} disabledFocusable={record === null} onClick={() => void copy()}>
            {TEXTS.copy}
          </Button>
          {/* Hosts of the demo cloud exist inside the console alone. */}
          {shown === null || environment === null || environment.cloud === 'demo' ? null : (
            <Button
              icon={<OpenIcon />}
              title={TEXTS.openInBrowserHint}
              onClick={() => ports.openLink(recordAddress(environment.url, shown))}
            >
              {TEXTS.openInBrowser}
            </Button>
          )}
        </Inline>
      }
    >
      {last !== null && read.error !== null ? (
        <ErrorPanel error={read.error} handlers={{ retry: read.refresh }} />
      ) : null}
      {record === null ? (
        read.error === null ? (
          <Skeleton aria-hidden>
            <SkeletonItem size={96} />
          </Skeleton>
        ) : null
      ) : (
        <RecordFields
          key={`${trail.length} ${last?.id}`}
          columns={record.columns}
          cells={record.cells}
          hidden={(column) =>
            last === null ? props.hiddenIn(row.environmentId, column) : hiddenOf(read.data, column)
          }
          onLookup={(lookup) => setTrail([...trail, lookup])}
        />
      )}
    </SidePanel>
  );
};
