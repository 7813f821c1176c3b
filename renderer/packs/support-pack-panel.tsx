import type { ReactElement } from 'react';
import type { PackSource } from '../../preload/contract/support-pack.ts';
import { PACK_FORMS, SHARED_KINDS } from '../../preload/contract/words/support-pack.ts';
import {
  PACK_FORM_LABELS,
  SHARED_TEXTS,
  SUPPORT_PACK_TEXTS as TEXTS,
} from '../../preload/contract/words/texts/en.ts';
import {
  Button,
  Checkbox,
  ErrorPanel,
  makeStyles,
  NoticeBar,
  PanelSection,
  SidePanel,
  Spinner,
  tokens,
} from '../ui/index.ts';
import { PackPreview } from './pack-preview.tsx';
import { useSupportPack } from './use-support-pack.ts';

const useStyles = makeStyles({
  intro: { margin: 0 },
  choice: { display: 'flex', flexDirection: 'column' },
  hint: {
    margin: 0,
    marginTop: `calc(-1 * ${tokens.spacingVerticalXS})`,
    paddingLeft: '36px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Chooses what a support pack tells, shows all of it, and saves exactly that. */
export const SupportPackPanel = (props: {
  readonly source: PackSource;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const { again, error, making, pack, saveAs, saving, shared, tell } = useSupportPack(props.source);
  const ready = pack !== null && !making && !saving;
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      startWidth={600}
      onClose={props.onClose}
      actions={PACK_FORMS.toReversed().map((form, at) => (
        <Button
          key={form}
          appearance={at === 0 ? 'primary' : 'secondary'}
          disabledFocusable={!ready}
          onClick={() => void saveAs(form)}
        >
          {TEXTS.saveAs(PACK_FORM_LABELS[form])}
        </Button>
      ))}
    >
      <p className={styles.intro}>{TEXTS.intro}</p>
      {error === null ? null : <ErrorPanel error={error} handlers={{ retry: again }} />}
      <PanelSection title={TEXTS.share}>
        <div className={styles.choice}>
          {SHARED_KINDS.map((kind) => {
            const hint = `support-pack-${kind}`;
            return (
              <div key={kind}>
                <Checkbox
                  label={SHARED_TEXTS[kind].label}
                  checked={shared.has(kind)}
                  {...(kind === 'messages'
                    ? { 'aria-describedby': hint }
                    : { title: SHARED_TEXTS[kind].hint })}
                  onChange={(_event, data) => tell(kind, data.checked === true)}
                />
                {kind === 'messages' ? (
                  <p id={hint} className={styles.hint}>
                    {SHARED_TEXTS[kind].hint}
                  </p>
                ) : null}
              </div>
            );
          })}
        </div>
      </PanelSection>
      {shared.has('messages') ? <NoticeBar intent="warning" title={TEXTS.readMessages} /> : null}
      <PanelSection title={TEXTS.preview}>
        {pack === null ? (
          making ? (
            <Spinner size="small" label={TEXTS.making} labelPosition="after" />
          ) : null
        ) : (
          <PackPreview pack={pack} />
        )}
      </PanelSection>
    </SidePanel>
  );
};
