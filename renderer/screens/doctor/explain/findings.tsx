import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Explained } from '../../../../preload/contract/explain.ts';
import { EXPLAINER_TEXTS as TEXTS, SUPPORT_PACK_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import {
  Button,
  CopyIcon,
  EmptyState,
  PackIcon,
  makeStyles,
  NoticeBar,
  tokens,
  UnknownIcon,
  useUiPorts,
} from '../../../ui/index.ts';
import { findingActions } from './finding-actions.ts';
import { FindingCard } from './finding-card.tsx';
import { findingsAsMarkdown } from './finding-as-markdown.ts';

const FIRST_SHOWN = 40;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  count: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
});

/** Everything that a text says, or that it says nothing. */
export const Findings = (props: {
  readonly explained: Explained;
  readonly onPack: () => void;
}): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  const workspace = useWorkspace();
  const environments = useCall('environments.list', { workspaceId: workspace.id });
  const profiles = useCall('appProfiles.list', { workspaceId: workspace.id });
  const [all, setAll] = useState(false);
  const [copied, setCopied] = useState(false);
  const { findings, left } = props.explained;
  if (findings.length === 0)
    return <EmptyState icon={UnknownIcon} title={TEXTS.nothingTitle} text={TEXTS.nothingText} />;
  const known = {
    workspaceId: workspace.id,
    profiles: profiles.data?.profiles ?? [],
    environments: environments.data?.environments ?? [],
  };
  const shown = all ? findings : findings.slice(0, FIRST_SHOWN);
  return (
    <section className={styles.list} aria-label={TEXTS.findings}>
      <div className={styles.head}>
        <span className={styles.count} role="status">
          {TEXTS.found(findings.length + left)}
        </span>
        <Button size="small" icon={<PackIcon />} onClick={props.onPack}>
          {SUPPORT_PACK_TEXTS.open}
        </Button>
        {findings.length === 1 ? null : (
          <Button
            size="small"
            icon={<CopyIcon />}
            onClick={() => void ports.copyText(findingsAsMarkdown(findings)).then(setCopied)}
            onBlur={() => setCopied(false)}
          >
            {copied ? TEXTS.copied : TEXTS.copyAll}
          </Button>
        )}
      </div>
      {shown.map((finding, at) => (
        // Findings have no id of their own, and are replaced all at once.
        <FindingCard
          key={`${at} ${finding.codes.join(' ')}`}
          finding={finding}
          actions={findingActions(finding, known)}
        />
      ))}
      {shown.length < findings.length ? (
        <Button onClick={() => setAll(true)}>{TEXTS.showAll(findings.length - shown.length)}</Button>
      ) : null}
      {left === 0 ? null : <NoticeBar intent="info" title={TEXTS.left(left)} />}
    </section>
  );
};
