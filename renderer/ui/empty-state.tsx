import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { EmptyIcon } from './icons.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
    minHeight: '220px',
  },
  icon: { fontSize: '40px', lineHeight: '1', color: tokens.colorNeutralForeground4 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '52ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'center',
    marginTop: tokens.spacingVerticalS,
  },
});

/** Says what is not there, why, and what to do about it. */
export const EmptyState = (props: {
  readonly title: string;
  readonly text: string;
  readonly icon?: ComponentType;
  /** True where it is the whole page, which then has no other title. */
  readonly wholePage?: boolean;
  /** Buttons. */
  readonly children?: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const Icon = props.icon ?? EmptyIcon;
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden>
        <Icon />
      </span>
      {props.wholePage === true ? (
        <h1 className={styles.title}>{props.title}</h1>
      ) : (
        <h2 className={styles.title}>{props.title}</h2>
      )}
      <p className={styles.text}>{props.text}</p>
      {props.children === undefined ? null : <div className={styles.actions}>{props.children}</div>}
    </div>
  );
};
