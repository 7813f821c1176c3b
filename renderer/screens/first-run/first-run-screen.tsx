import type { ComponentType, ReactElement } from 'react';
import { useEffect } from 'react';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import {
  Button,
  CheckIcon,
  CloudIcon,
  DemoIcon,
  ErrorPanel,
  makeStyles,
  Spinner,
  tokens,
  typographyStyles,
} from '../../ui/index.ts';

const TEXTS = WORKSPACES_TEXTS.door;

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '820px',
    margin: '0 auto',
    padding: `8vh ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
  },
  title: { ...typographyStyles.title1, margin: `0 0 ${tokens.spacingVerticalS}` },
  text: { ...typographyStyles.body2, margin: 0, color: tokens.colorNeutralForeground2 },
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  door: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow4,
  },
  icon: { fontSize: '32px', lineHeight: '1', color: tokens.colorBrandForeground1 },
  doorTitle: { ...typographyStyles.subtitle1, margin: 0 },
  doorText: { margin: 0, color: tokens.colorNeutralForeground2, flexGrow: 1 },
  promises: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  promise: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '& svg': { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  },
});

const Door = (props: {
  readonly icon: ComponentType;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly primary: boolean;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}): ReactElement => {
  const styles = useStyles();
  const Icon = props.icon;
  return (
    <section className={styles.door} aria-label={props.title}>
      <span className={styles.icon} aria-hidden>
        <Icon />
      </span>
      <h2 className={styles.doorTitle}>{props.title}</h2>
      <p className={styles.doorText}>{props.text}</p>
      <div>
        <Button
          size="large"
          appearance={props.primary ? 'primary' : 'secondary'}
          disabledFocusable={props.busy || props.disabled}
          icon={props.busy ? <Spinner size="tiny" aria-hidden /> : null}
          onClick={props.onOpen}
        >
          {props.action}
        </Button>
      </div>
    </section>
  );
};

/** The first thing a newcomer sees: two doors, and what the console promises. */
export const FirstRunScreen = (): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  const start = useCall('app.start', {});
  const demo = useAction('workspaces.exploreDemo', { invalidates: ['workspaces.list'] });
  useEffect(() => {
    document.title = `${TEXTS.title} · S2S Console`;
  }, []);
  const explore = async () => {
    const result = await demo.run({});
    const first = result.ok ? result.value.workspaces[0] : undefined;
    if (first !== undefined) go({ page: 'home', workspaceId: first.id });
  };
  const demoOff = start.data?.demoCloud === false;
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <div>
          <h1 className={styles.title}>{TEXTS.title}</h1>
          <p className={styles.text}>{TEXTS.text}</p>
        </div>
        <div className={styles.doors}>
          <Door
            icon={CloudIcon}
            title={TEXTS.connect.title}
            text={TEXTS.connect.text}
            action={TEXTS.connect.action}
            primary
            busy={false}
            disabled={false}
            onOpen={() => go({ page: 'workspaces/new' })}
          />
          <Door
            icon={DemoIcon}
            title={TEXTS.demo.title}
            text={demoOff ? TEXTS.demo.off : TEXTS.demo.text}
            action={TEXTS.demo.action}
            primary={false}
            busy={demo.busy}
            disabled={demoOff}
            onOpen={() => void explore()}
          />
        </div>
        {demo.error === null ? null : <ErrorPanel error={demo.error} />}
        <div>
          <Button appearance="subtle" onClick={() => go({ page: 'import' })}>
            {TEXTS.import}
          </Button>
        </div>
        <ul className={styles.promises}>
          {TEXTS.promises.map((promise) => (
            <li key={promise} className={styles.promise}>
              <CheckIcon />
              {promise}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
