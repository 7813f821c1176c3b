import type { ReactElement } from 'react';
import { EXPIRY_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { WORKSPACE_TOKENS } from '../../theme/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  CertificateIcon,
  formatNumber,
  Inline,
  makeStyles,
  mergeClasses,
  Moment,
  SecretIcon,
  SnoozeIcon,
  SwatchName,
  tokens,
} from '../../ui/index.ts';
import { ExpiryBadge } from './expiry-badge.tsx';
import type { JudgedRow } from './judged-rows.ts';

const useStyles = makeStyles({
  days: { fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  near: { fontWeight: tokens.fontWeightSemibold },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { display: 'inline-flex', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const Days = ({ expiry }: JudgedRow): ReactElement | null => {
  const styles = useStyles();
  if (expiry.days === null) return <span className={styles.quiet}>–</span>;
  const near = expiry.state === 'week' || expiry.state === 'month';
  return (
    <span
      className={mergeClasses(styles.days, expiry.state === 'expired' && styles.over, near && styles.near)}
      title={TEXTS.when(expiry.days)}
    >
      {formatNumber(expiry.days)}
    </span>
  );
};

const Workspaces = ({ workspaces }: JudgedRow): ReactElement => {
  const styles = useStyles();
  const [first] = workspaces;
  if (first === undefined) return <span className={styles.quiet}>{TEXTS.noWorkspace}</span>;
  const rest = workspaces.length - 1;
  return (
    <SwatchName
      colour={WORKSPACE_TOKENS[first.colour]}
      name={rest === 0 ? first.name : `${first.name} ${TEXTS.moreWorkspaces(rest)}`}
      title={workspaces.map(({ name }) => name).join('\n')}
    />
  );
};

const Credential = ({ row }: JudgedRow): ReactElement => {
  const styles = useStyles();
  return (
    <Inline gap="xs">
      <span className={styles.icon} aria-hidden>
        {row.kind === 'secret' ? <SecretIcon /> : <CertificateIcon />}
      </span>
      <span className={styles.cut} title={`${TEXTS.kinds[row.kind]} ${row.label}`}>
        {row.label}
      </span>
    </Inline>
  );
};

const ownersText = ({ row }: JudgedRow): string => row.owners.map(({ name }) => name).join(', ');

/** Columns of the dashboard. Keep stable: module scope. */
export const EXPIRY_COLUMNS: readonly Column<JudgedRow>[] = [
  {
    id: 'state',
    header: TEXTS.columns.state,
    width: 168,
    required: true,
    value: ({ expiry, row }) =>
      row.snoozed === null ? TEXTS.states[expiry.state] : `${TEXTS.states[expiry.state]}, ${TEXTS.snoozed}`,
    cell: ({ expiry, row }) => (
      <Inline gap="xs">
        <ExpiryBadge state={expiry.state} />
        {row.snoozed === null ? null : (
          <span title={`${TEXTS.snoozed} ${row.snoozed.note}`}>
            <SnoozeIcon aria-label={TEXTS.snoozed} />
          </span>
        )}
      </Inline>
    ),
  },
  {
    id: 'days',
    header: TEXTS.columns.days,
    width: 100,
    align: 'end',
    required: true,
    value: ({ expiry }) => expiry.days,
    cell: (one) => <Days {...one} />,
  },
  {
    id: 'expires',
    header: TEXTS.columns.expires,
    width: 108,
    value: ({ row }) => row.expiresOn,
    cell: ({ row }) => (row.expiresOn === null ? null : <Moment at={row.expiresOn} form="date" />),
  },
  { id: 'app', header: TEXTS.columns.app, width: 132, grow: true, value: ({ row }) => row.appName },
  {
    id: 'credential',
    header: TEXTS.columns.credential,
    width: 140,
    grow: true,
    value: ({ row }) => row.label,
    cell: (one) => <Credential {...one} />,
  },
  {
    id: 'workspace',
    header: TEXTS.columns.workspace,
    width: 140,
    grow: true,
    value: ({ workspaces }) => workspaces.map(({ name }) => name).join(', '),
    cell: (one) => <Workspaces {...one} />,
  },
  {
    id: 'kind',
    header: TEXTS.columns.kind,
    width: 110,
    hidden: true,
    value: ({ row }) => TEXTS.kinds[row.kind],
  },
  { id: 'held', header: TEXTS.columns.held, width: 104, value: ({ row }) => TEXTS.held[row.held] },
  {
    id: 'owner',
    header: TEXTS.columns.owner,
    width: 120,
    value: ownersText,
    cell: (one) => (
      <span
        title={one.row.owners.map(({ mail, name }) => (mail === null ? name : `${name} ${mail}`)).join('\n')}
      >
        {ownersText(one)}
      </span>
    ),
  },
  { id: 'mark', header: TEXTS.columns.mark, width: 160, hidden: true, value: ({ row }) => row.mark },
  {
    id: 'note',
    header: TEXTS.columns.note,
    width: 180,
    hidden: true,
    value: ({ row }) => row.snoozed?.note ?? null,
  },
];
