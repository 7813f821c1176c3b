import type { ReactElement } from 'react';
import { WRITE_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Checkbox, Dropdown, Field, Input, makeStyles, Option, Textarea, tokens } from '../../../ui/index.ts';
import { bodyProblem, withMethod } from './write-draft.ts';
import type { WriteDraft } from './write-draft.ts';

const METHODS = ['POST', 'PATCH', 'DELETE'] as const;

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '130px 1fr',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  method: { minWidth: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300 },
});

/** The request: method, path, body and headers. */
export const WriteForm = (props: {
  readonly draft: WriteDraft;
  readonly onDraft: (draft: WriteDraft) => void;
}): ReactElement => {
  const { draft, onDraft } = props;
  const styles = useStyles();
  const problem = draft.body.trim() === '' ? null : bodyProblem(draft);
  return (
    <>
      <div className={styles.line}>
        <Field label={TEXTS.method}>
          <Dropdown
            className={styles.method}
            value={draft.method}
            selectedOptions={[draft.method]}
            onOptionSelect={(_event, { optionValue }) => {
              const method = METHODS.find((one) => one === optionValue);
              if (method !== undefined) onDraft(withMethod(draft, method));
            }}
          >
            {METHODS.map((method) => (
              <Option key={method} value={method}>
                {method}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label={TEXTS.path} hint={TEXTS.pathHint}>
          <Input
            className={styles.code}
            autoComplete="off"
            spellCheck={false}
            placeholder={draft.method === 'POST' ? 'accounts' : TEXTS.pathPlaceholder}
            value={draft.path}
            onChange={(_event, { value }) => onDraft({ ...draft, path: value })}
          />
        </Field>
      </div>
      {draft.method === 'DELETE' ? null : (
        <Field
          label={TEXTS.body}
          {...(problem === null ? {} : { validationMessage: problem, validationState: 'error' as const })}
        >
          <Textarea
            className={styles.code}
            rows={8}
            resize="vertical"
            spellCheck={false}
            placeholder={TEXTS.bodyPlaceholder}
            value={draft.body}
            onChange={(_event, { value }) => onDraft({ ...draft, body: value })}
          />
        </Field>
      )}
      {draft.method === 'POST' ? null : (
        <Field label={TEXTS.ifMatch} hint={TEXTS.ifMatchHint}>
          <Input
            className={styles.code}
            autoComplete="off"
            spellCheck={false}
            value={draft.ifMatch}
            onChange={(_event, { value }) => onDraft({ ...draft, ifMatch: value })}
          />
        </Field>
      )}
      {draft.method === 'DELETE' ? null : (
        <Checkbox
          label={TEXTS.returnRow}
          checked={draft.returnRow}
          onChange={(_event, { checked }) => onDraft({ ...draft, returnRow: checked === true })}
        />
      )}
    </>
  );
};
