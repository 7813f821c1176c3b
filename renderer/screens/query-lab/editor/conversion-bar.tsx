import type { ReactElement } from 'react';
import type { Conversion } from '../../../../preload/contract/words/queries/convert/conversion.ts';
import type { QueryLanguage } from '../../../../preload/contract/words/queries/format-query.ts';
import { placeOf } from '../../../../preload/contract/words/queries/query-fault.ts';
import {
  conversionNoteText,
  conversionReasonText,
  QUERY_EDITOR_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import { makeStyles, NoticeBar } from '../../../ui/index.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', maxHeight: '120px', overflowY: 'auto' },
});

/** What came of a conversion, and of what text and language it was. */
export type Converted = {
  readonly from: QueryLanguage;
  readonly source: string;
  readonly conversion: Conversion;
};

/** What differs in the other language, or every reason why there is no equivalent. */
export const ConversionBar = (props: {
  readonly converted: Converted;
  readonly onDismiss: () => void;
}): ReactElement | null => {
  const styles = useStyles();
  const { conversion, from, source } = props.converted;
  const lines = conversion.ok
    ? conversion.notes.map(conversionNoteText)
    : conversion.reasons.map((reason) => {
        const { column, line } = placeOf(source, reason.from);
        return `${TEXTS.place(line, column)} ${conversionReasonText(reason)}`;
      });
  if (conversion.ok && lines.length === 0) return null;
  return (
    <NoticeBar
      intent={conversion.ok ? 'info' : 'warning'}
      title={conversion.ok ? TEXTS.converted[from] : TEXTS.notConverted[from]}
      onDismiss={props.onDismiss}
    >
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </NoticeBar>
  );
};
