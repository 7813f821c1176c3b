import type { ReactElement } from 'react';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import { explain, QUERY_EXPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, ErrorPanel, Facts, NoticeBar } from '../../ui/index.ts';
import type { Exported } from './use-export-run.ts';

/** What came of an export: where it is, what is not in it and why. */
export const ExportResult = (props: {
  readonly runId: RunId;
  readonly exported: Exported;
  readonly environmentName: (id: string) => string;
}): ReactElement => {
  const { exported } = props;
  const { counts, cut, incomplete, left, place } = exported;
  const show = useAction('query.showExport');
  const showing = exported.canShow ? (
    <Button size="small" onClick={() => void show.run({ runId: props.runId })}>
      {TEXTS.show}
    </Button>
  ) : undefined;
  return (
    <>
      {place === null ? (
        <NoticeBar intent="error" title={TEXTS.nothing}>
          {TEXTS.nothingText}
        </NoticeBar>
      ) : (
        <NoticeBar
          intent={incomplete.length === 0 ? 'success' : 'warning'}
          title={incomplete.length === 0 ? TEXTS.saved(place) : TEXTS.partial(place)}
          actions={showing}
        >
          {TEXTS.savedText(exported.rows, exported.bytes, exported.sheets)}
          {incomplete.length === 0 ? '' : ` ${TEXTS.partialText(counts.failed, counts.environments)}`}
        </NoticeBar>
      )}
      {show.error === null ? null : <ErrorPanel error={show.error} />}
      {left.length === 0 ? null : (
        <NoticeBar intent="warning" title={TEXTS.left(left.join(', '))}>
          {TEXTS.leftText}
        </NoticeBar>
      )}
      {cut === 0 ? null : <NoticeBar intent="warning" title={TEXTS.cut(cut)} />}
      {incomplete.length === 0 ? null : (
        <Facts
          facts={incomplete.map(({ environmentId, error }) => ({
            label: props.environmentName(environmentId),
            value: <span title={explain(error).cause}>{explain(error).title}</span>,
          }))}
        />
      )}
    </>
  );
};
