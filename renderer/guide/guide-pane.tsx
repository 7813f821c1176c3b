import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import type { Guide, GuideStepId } from '../../preload/contract/words/guides.ts';
import { GUIDES } from '../../preload/contract/words/guides.ts';
import { GUIDE_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import {
  Button,
  CloseIcon,
  Inline,
  makeStyles,
  Tab,
  TabList,
  tokens,
  Tooltip,
  typographyStyles,
} from '../ui/index.ts';
import { GuideStepItem } from './guide-step-item.tsx';
import { useGuide } from './use-guide.ts';

const TEXTS = GUIDE_TEXTS;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '320px',
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 1180px)': { width: '264px' },
  },
  head: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, flexGrow: 1 },
  tabs: { paddingLeft: tokens.spacingHorizontalXXS },
  about: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  foot: { padding: tokens.spacingVerticalM },
});

const Steps = (props: { readonly guide: Guide; readonly workspace: Workspace }): ReactElement => {
  const styles = useStyles();
  const { doneCount, next, steps } = useGuide(props.guide, props.workspace);
  // What the person folded or unfolded, against how it would stand: the next step is open.
  const [turned, setTurned] = useState<ReadonlyMap<GuideStepId, boolean>>(new Map());
  return (
    <>
      <div className={styles.about}>
        <p className={styles.line}>{TEXTS.purposes[props.guide]}</p>
        <p className={styles.quiet} role="status">
          {next === null ? TEXTS.finished : TEXTS.progress(doneCount, steps.length)}
        </p>
      </div>
      <div className={styles.body}>
        <ol className={styles.list} aria-label={TEXTS.names[props.guide]}>
          {steps.map((step) => {
            const open = turned.get(step.id) ?? step.id === next;
            return (
              <GuideStepItem
                key={step.id}
                step={step}
                open={open}
                next={step.id === next}
                onTurn={() => setTurned(new Map(turned).set(step.id, !open))}
              />
            );
          })}
        </ol>
        <p className={`${styles.quiet} ${styles.foot}`}>{TEXTS.checks}</p>
      </div>
    </>
  );
};

/** The guide at the right of every page of a workspace; which walkthrough, and whether it is shown, is remembered. */
export const GuidePane = (props: {
  readonly guide: Guide;
  readonly workspace: Workspace;
  readonly onGuide: (guide: Guide) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const id = useId();
  return (
    <aside className={styles.pane} aria-labelledby={id}>
      <Inline className={styles.head}>
        <h2 id={id} className={styles.title}>
          {TEXTS.title}
        </h2>
        <Tooltip content={TEXTS.hide} relationship="label">
          <Button appearance="subtle" size="small" icon={<CloseIcon />} onClick={props.onClose} />
        </Tooltip>
      </Inline>
      <TabList
        className={styles.tabs}
        aria-label={TEXTS.choose}
        size="small"
        selectedValue={props.guide}
        onTabSelect={(_event, data) => {
          const wanted = GUIDES.find((guide) => guide === data.value);
          if (wanted !== undefined) props.onGuide(wanted);
        }}
      >
        {GUIDES.map((guide) => (
          <Tab key={guide} value={guide}>
            {TEXTS.names[guide]}
          </Tab>
        ))}
      </TabList>
      <Steps key={`${props.workspace.id} ${props.guide}`} guide={props.guide} workspace={props.workspace} />
    </aside>
  );
};
