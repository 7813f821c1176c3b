import type { ReactElement, ReactNode } from 'react';
import { CertificateIcon, makeStyles, SecretIcon, tokens } from '../../ui/index.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  label: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  right: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
  },
  icon: { display: 'inline-flex', fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
});

/** Credentials below each other; the items are CredentialCards. */
export const CredentialCards = (props: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement => (
  <ul className={useStyles().list} aria-label={props.label}>
    {props.children}
  </ul>
);

/** One credential: its kind and name, what stands at the right of them, and what is known of it. */
export const CredentialCard = (props: {
  readonly kind: 'secret' | 'certificate';
  readonly name: string;
  readonly right?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          {props.kind === 'secret' ? <SecretIcon /> : <CertificateIcon />}
        </span>
        <span className={styles.label} title={props.name}>
          {props.name}
        </span>
        <span className={styles.right}>{props.right}</span>
      </div>
      {props.children}
    </li>
  );
};
