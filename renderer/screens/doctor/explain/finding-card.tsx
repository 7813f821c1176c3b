import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import type { Finding } from '../../../../preload/contract/explain.ts';
import type { FindingKind } from '../../../../preload/contract/words/finding.ts';
import type { Status } from '../../../../preload/contract/words/status.ts';
import {
  EXPLAINER_TEXTS as TEXTS,
  FINDING_KIND_LABELS,
  SUPPORT_ID_LABELS,
} from '../../../../preload/contract/words/texts/en.ts';
import { useGo } from '../../../places/index.ts';
import {
  Button,
  Card,
  ChevronDownIcon,
  ChevronRightIcon,
  CopyIcon,
  Facts,
  Identifier,
  Link,
  makeStyles,
  OpenIcon,
  StatusBadge,
  tokens,
  useUiPorts,
} from '../../../ui/index.ts';
import type { FindingAction } from './finding-actions.ts';
import { factsOf } from './finding-facts.ts';
import { findingAsMarkdown } from './finding-as-markdown.ts';

const FACES: Readonly<Record<FindingKind, Status>> = {
  'sign-in': 'denied',
  permission: 'denied',
  policy: 'denied',
  throttle: 'attention',
  service: 'attention',
  propagation: 'attention',
  network: 'unreachable',
  client: 'attention',
  'not-understood': 'unknown',
};

/** Pages that the console opens; others are named only. */
const OPENED = ['https://learn.microsoft.com/', 'https://login.microsoftonline.com/'];

const useStyles = makeStyles({
  card: { flexShrink: 0, gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: '20px',
    overflowWrap: 'anywhere',
  },
  first: { fontWeight: tokens.fontWeightSemibold },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase400,
  },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  value: { minWidth: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fold: { alignSelf: 'flex-start', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  excerpt: {
    margin: 0,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** One error: what to change first, whom it names, and behind a fold its ids and its place in the text. */
export const FindingCard = (props: {
  readonly finding: Finding;
  readonly actions: readonly FindingAction[];
}): ReactElement => {
  const styles = useStyles();
  const ports = useUiPorts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const go = useGo();
  const { actions, finding } = props;
  const { excerpt, source } = finding;
  const opens = OPENED.some((start) => source.url.startsWith(start));
  return (
    <Card
      className={styles.card}
      title={finding.title}
      actions={
        <Button
          size="small"
          appearance="subtle"
          icon={<CopyIcon />}
          onClick={() => void ports.copyText(findingAsMarkdown(finding)).then(setCopied)}
          onBlur={() => setCopied(false)}
        >
          {copied ? TEXTS.copied : TEXTS.copyOne}
        </Button>
      }
    >
      <div className={styles.line}>
        <StatusBadge status={FACES[finding.kind]} word={FINDING_KIND_LABELS[finding.kind]} />
        <span className={styles.code}>{finding.codes.join(' ')}</span>
        {finding.name === '' ? null : <span className={styles.code}>{finding.name}</span>}
        <span>{TEXTS.lines(excerpt.fromLine, excerpt.toLine)}</span>
        {finding.count > 1 ? <span>{TEXTS.times(finding.count)}</span> : null}
      </div>
      <ol className={styles.steps} aria-label={TEXTS.changeFirst}>
        {finding.steps.map((step, at) => (
          <li key={step} className={at === 0 ? styles.first : undefined}>
            {step}
          </li>
        ))}
      </ol>
      <p className={styles.text}>{finding.cause}</p>
      <ul className={styles.chips} aria-label={TEXTS.namesLabel}>
        {factsOf(finding).map(({ label, value, id: isId }) => (
          <li key={`${label} ${value}`} className={styles.chip}>
            <span className={styles.label}>{label}</span>
            {isId ? <Identifier value={value} what={label} /> : <span className={styles.value}>{value}</span>}
          </li>
        ))}
      </ul>
      {actions.length === 0 && !opens ? null : (
        <div className={styles.actions} role="group" aria-label={TEXTS.actions}>
          {actions.map(({ label, place }) => (
            <Button key={label} size="small" onClick={() => go(place)}>
              {label}
            </Button>
          ))}
          {opens ? (
            <Button
              size="small"
              appearance="subtle"
              icon={<OpenIcon />}
              onClick={() => ports.openLink(source.url)}
            >
              {TEXTS.openPage}
            </Button>
          ) : null}
        </div>
      )}
      <Button
        className={styles.fold}
        size="small"
        appearance="transparent"
        icon={open ? <ChevronDownIcon /> : <ChevronRightIcon />}
        aria-expanded={open}
        {...(open ? { 'aria-controls': id } : {})}
        onClick={() => setOpen(!open)}
      >
        {TEXTS.details}
      </Button>
      {open ? (
        <div id={id} className={styles.details}>
          <Facts
            facts={[
              ...finding.ids.map(({ what, value }) => ({
                label: SUPPORT_ID_LABELS[what],
                value: <Identifier value={value} what={SUPPORT_ID_LABELS[what]} full />,
              })),
              {
                label: TEXTS.source,
                value: opens ? (
                  <Link as="button" onClick={() => ports.openLink(source.url)}>
                    {source.page}
                  </Link>
                ) : (
                  source.page
                ),
              },
            ]}
          />
          <pre className={styles.excerpt}>{excerpt.text}</pre>
        </div>
      ) : null}
    </Card>
  );
};
