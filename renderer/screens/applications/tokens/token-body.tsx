import type { ReactElement } from 'react';
import { TOKENS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../../bridge/index.ts';
import type { RemedyHandlers } from '../../../ui/index.ts';
import { Button, ErrorPanel, Facts, Inline, Moment, Stack, useToasts } from '../../../ui/index.ts';
import { ClaimsTable } from './claims-table.tsx';
import { exportedToken } from './judged-token.ts';
import type { JudgedToken } from './judged-token.ts';

/** One token unfolded: when, with what, what it says; or why there is none. */
export const TokenBody = (props: {
  readonly token: JudgedToken;
  readonly busy: boolean;
  readonly handlers: RemedyHandlers;
  readonly onAgain: () => void;
}): ReactElement => {
  const { token } = props;
  const { record } = token;
  const toasts = useToasts();
  const save = useAction('app.saveText');
  const exportJson = async () => {
    const suggestedName = `token-${record.environmentId}.json`;
    const result = await save.run({ suggestedName, text: exportedToken(token) });
    if (!result.ok) return toasts.failure(result.error);
    if (result.value.place !== null) toasts.success(TEXTS.exported(result.value.place));
  };
  const { content } = record;
  return (
    <Stack gap="m">
      {record.refusal === null ? null : <ErrorPanel error={record.refusal} handlers={props.handlers} bare />}
      {token.status === 'attention' ? <span>{TEXTS.differsText}</span> : null}
      {record.refusal === null && content === null ? <span>{TEXTS.opaqueText}</span> : null}
      <Facts
        facts={[
          { label: TEXTS.madeWith, value: token.credentialLabel },
          { label: TEXTS.got, value: <Moment at={record.at} /> },
          ...(record.expiresOn === null
            ? []
            : [{ label: TEXTS.expires, value: <Moment at={record.expiresOn} /> }]),
          ...(content === null
            ? []
            : [
                {
                  label: TEXTS.header,
                  value: (
                    <code>{`${content.header.typ} ${content.header.alg}, kid ${content.header.kid}`}</code>
                  ),
                },
              ]),
        ]}
      />
      {content === null ? null : <ClaimsTable label={token.environmentName} claims={token.claims} />}
      <Inline wrap>
        <Button size="small" disabled={props.busy} onClick={props.onAgain}>
          {TEXTS.again}
        </Button>
        {content === null ? null : (
          <Button size="small" appearance="subtle" onClick={() => void exportJson()}>
            {TEXTS.exportJson}
          </Button>
        )}
      </Inline>
    </Stack>
  );
};
