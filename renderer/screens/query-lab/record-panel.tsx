import type { ReactElement } from 'react';
import { useState } from 'react';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import {
  Button,
  CopyIcon,
  Facts,
  makeStyles,
  SidePanel,
  Tab,
  TabList,
  tokens,
  useToasts,
  useUiPorts,
} from '../../ui/index.ts';
import { recordJson } from './cell-text.ts';
import { ResultCell } from './result-columns.tsx';
import type { HiddenIn } from './use-hidden-columns.ts';
import type { ResultRow } from './use-result-source.ts';

const TEXTS = QUERY_LAB_TEXTS.record;

const useStyles = makeStyles({
  json: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  tabs: { marginLeft: '-12px' },
});

/** One record in full, as fields or as JSON. */
export const RecordPanel = (props: {
  readonly row: ResultRow;
  readonly columns: readonly string[];
  readonly environmentName: string;
  readonly hiddenIn: HiddenIn;
  readonly onClose: () => void;
}): ReactElement => {
  const { columns, row } = props;
  const styles = useStyles();
  const ports = useUiPorts();
  const toasts = useToasts();
  const [shown, setShown] = useState<'fields' | 'json'>('fields');
  const json = recordJson(columns, row.cells);
  const copy = async () => {
    if (await ports.copyText(json)) toasts.success(TEXTS.copied);
  };
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={props.environmentName}
      onClose={props.onClose}
      startWidth={440}
      actions={
        <Button icon={<CopyIcon />} onClick={() => void copy()}>
          {TEXTS.copy}
        </Button>
      }
    >
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={TEXTS.view}
        selectedValue={shown}
        onTabSelect={(_event, data) => setShown(data.value === 'json' ? 'json' : 'fields')}
      >
        <Tab value="fields">{TEXTS.fields}</Tab>
        <Tab value="json">{TEXTS.json}</Tab>
      </TabList>
      {shown === 'json' ? (
        <pre className={styles.json}>{json}</pre>
      ) : (
        <Facts
          facts={columns.map((column, index) => ({
            label: column,
            value: (
              <ResultCell
                cell={row.cells[index] ?? null}
                full
                hidden={props.hiddenIn(row.environmentId, column)}
              />
            ),
          }))}
        />
      )}
    </SidePanel>
  );
};
