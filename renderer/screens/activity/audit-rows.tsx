import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AuditRow } from '../../../preload/contract/fleet.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, ErrorPanel, Facts, formatMoment, Inline, Spinner } from '../../ui/index.ts';

const TEXTS = ACTIVITY_TEXTS.audit;

/** What the environment's own audit log says beside our journal; asked only on request. */
export const AuditRows = (props: { readonly about: InputOf<'fleet.audit'> }): ReactElement => {
  const [rows, setRows] = useState<readonly AuditRow[] | null>(null);
  const question = useAction('fleet.audit');
  const ask = async (): Promise<void> => {
    const result = await question.run(props.about);
    if (result.ok) setRows(result.value.rows);
  };
  const failure = question.error?.code === 'cancelled' ? null : question.error;
  return (
    <>
      <Inline gap="s">
        <Button size="small" disabledFocusable={question.busy} onClick={() => void ask()}>
          {rows === null ? TEXTS.ask : TEXTS.again}
        </Button>
        {question.busy ? (
          <Button size="small" onClick={question.cancel}>
            {TEXTS.cancel}
          </Button>
        ) : null}
        {question.busy ? <Spinner size="tiny" label={TEXTS.asking} /> : null}
      </Inline>
      {failure === null ? null : <ErrorPanel error={failure} handlers={{ retry: () => void ask() }} />}
      {rows === null ? null : rows.length === 0 ? (
        <span>{TEXTS.none}</span>
      ) : (
        <Facts
          facts={rows.map(({ action, at, by }) => ({
            label: formatMoment(at),
            value: by === '' ? action : TEXTS.row(action, by),
          }))}
        />
      )}
    </>
  );
};
