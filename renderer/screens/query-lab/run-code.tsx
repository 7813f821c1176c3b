import type { ReactElement } from 'react';
import { useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { EnvironmentId, RunId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import {
  Button,
  CopyIcon,
  Dropdown,
  ErrorPanel,
  Field,
  makeStyles,
  Option,
  tokens,
  useToasts,
  useUiPorts,
} from '../../ui/index.ts';

const TEXTS = QUERY_LAB_TEXTS.code;

type Language = OutputOf<'query.snippets'>['snippets'][number]['language'];

const useStyles = makeStyles({
  select: { minWidth: 0 },
  code: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The call that was made here as code; secrets are read from variables. */
export const RunCode = (props: {
  readonly runId: RunId;
  readonly environmentId: EnvironmentId;
}): ReactElement => {
  const { environmentId, runId } = props;
  const styles = useStyles();
  const ports = useUiPorts();
  const toasts = useToasts();
  const [language, setLanguage] = useState<Language>('curl');
  const { data, error, loading } = useCall('query.snippets', { runId, environmentId });
  if (error !== null) return <ErrorPanel error={error} />;
  if (loading || data === undefined) return <span>{TEXTS.loading}</span>;
  const snippet = data.snippets.find((one) => one.language === language);
  if (snippet === undefined) return <span>{TEXTS.tooLong}</span>;
  const copy = async () => {
    if (await ports.copyText(snippet.text)) toasts.success(TEXTS.copied);
  };
  return (
    <>
      <Field label={TEXTS.language}>
        <Dropdown
          className={styles.select}
          value={TEXTS.languages[language]}
          selectedOptions={[language]}
          onOptionSelect={(_event, chosen) =>
            setLanguage(
              data.snippets.find((one) => one.language === chosen.optionValue)?.language ?? language,
            )
          }
        >
          {data.snippets.map((one) => (
            <Option key={one.language} value={one.language}>
              {TEXTS.languages[one.language]}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <span className={styles.quiet}>{TEXTS.variables}</span>
      <pre className={styles.code}>{snippet.text}</pre>
      <div>
        <Button icon={<CopyIcon />} onClick={() => void copy()}>
          {TEXTS.copy}
        </Button>
      </div>
    </>
  );
};
