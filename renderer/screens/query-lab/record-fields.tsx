import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Cell } from '../../../preload/contract/query.ts';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Facts, Inline, makeStyles, Tab, TabList, tokens } from '../../ui/index.ts';
import { recordJson, shownText } from './cell-text.ts';
import type { Lookup } from './record-trail.ts';
import { lookupIn } from './record-trail.ts';
import { ResultCell } from './result-columns.tsx';
import type { Hidden } from './use-hidden-columns.ts';

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

/** The values of one record, as fields or as JSON; a lookup opens the row that it names. */
export const RecordFields = (props: {
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  readonly hidden: (column: string) => Hidden;
  readonly onLookup: (lookup: Lookup) => void;
}): ReactElement => {
  const { cells, columns } = props;
  const styles = useStyles();
  const [shown, setShown] = useState<'fields' | 'json'>('fields');
  const valueOf = (column: string, cell: Cell): ReactElement => {
    const lookup = lookupIn(cell);
    const value = <ResultCell cell={cell} full hidden={props.hidden(column)} />;
    return lookup === null ? (
      value
    ) : (
      <Inline gap="s" wrap>
        {value}
        <Button
          size="small"
          aria-label={TEXTS.openLookup(column, shownText(cell) ?? '')}
          onClick={() => props.onLookup(lookup)}
        >
          {TEXTS.open}
        </Button>
      </Inline>
    );
  };
  return (
    <>
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
        <pre className={styles.json}>{recordJson(columns, cells)}</pre>
      ) : (
        <Facts
          facts={columns.map((column, index) => ({
            label: column,
            value: valueOf(column, cells[index] ?? null),
          }))}
        />
      )}
    </>
  );
};
