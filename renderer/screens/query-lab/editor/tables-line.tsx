import type { ReactElement } from 'react';
import { explain, QUERY_EDITOR_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, formatMoment, makeStyles, RefreshIcon, Spinner, tokens } from '../../../ui/index.ts';
import type { KnownTables } from './use-query-schema.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    minWidth: 0,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1, fontSize: tokens.fontSizeBase200 },
});

const lineOf = ({ asOf, error, readAs, state }: KnownTables, environment: string): string => {
  switch (state) {
    case 'none':
      return TEXTS.noTables;
    case 'loading':
      return TEXTS.readingTables(environment);
    case 'failed':
      return TEXTS.tablesFailed(environment, error === null ? '' : explain(error).title);
    case 'known': {
      const moment = asOf === null ? '' : formatMoment(asOf);
      return readAs === 'app' ? TEXTS.tablesAsApp(environment, moment) : TEXTS.tables(environment, moment);
    }
  }
};

/** Where the names come from that the editor knows, and reading them again. */
export const TablesLine = (props: {
  readonly tables: KnownTables;
  readonly environment: string;
}): ReactElement => {
  const styles = useStyles();
  const { environment, tables } = props;
  return (
    <span className={styles.line}>
      <span className={tables.state === 'failed' ? styles.warn : styles.quiet}>
        {lineOf(tables, environment)}
      </span>
      {tables.state === 'none' || tables.state === 'loading' ? null : (
        <Button
          appearance="subtle"
          size="small"
          icon={tables.refreshing ? <Spinner size="extra-tiny" /> : <RefreshIcon />}
          disabled={tables.refreshing}
          aria-label={TEXTS.refreshTables}
          title={TEXTS.refreshTables}
          onClick={tables.refresh}
        />
      )}
    </span>
  );
};
