import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';
import { Facts } from './facts.tsx';
import { CopyIcon, FailedIcon } from './icons.ts';
import { useRemedies } from './use-remedies.ts';
import type { RemedyHandlers } from './use-remedies.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorPaletteRedBorderActive}`,
    maxWidth: '860px',
  },
  bare: { padding: '0', border: 'none', borderLeft: 'none', backgroundColor: 'transparent' },
  icon: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase500, lineHeight: '1' },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  cause: { margin: 0, overflowWrap: 'anywhere' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  remedyTitle: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  remedies: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    // The same mark also where the panel itself stands in a list.
    listStyleType: 'disc',
    '& li': { marginBottom: tokens.spacingVerticalXS },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  disclosure: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** What an error panel is about. */
export type ErrorPanelProps = {
  readonly error: AppError;
  /** The remedies that this screen can do itself. */
  readonly handlers?: RemedyHandlers;
  /** Called when somebody has signed in or allowed it from here; left out, the handler of `retry` is. */
  readonly onAllowed?: (() => void) | undefined;
  /** Without frame, inside another panel. */
  readonly bare?: boolean;
};

/** The inside of an ErrorPanel, with the words of every error. */
export const ErrorPanelBody = (props: ErrorPanelProps): ReactElement => {
  const styles = useStyles();
  const explanation = explain(props.error);
  const { actions, perform, copyDetails } = useRemedies(
    props.error,
    explanation,
    props.handlers ?? {},
    props.onAllowed,
  );
  const { requestId, correlationId, traceId, timestamp } = props.error.correlation;
  const facts = [
    { label: UI_TEXTS.requestId, value: requestId },
    { label: UI_TEXTS.correlationId, value: correlationId },
    { label: UI_TEXTS.traceId, value: traceId },
    { label: UI_TEXTS.timestamp, value: timestamp },
  ].filter((fact) => fact.value !== undefined && fact.value !== '');
  return (
    <section
      className={mergeClasses(styles.panel, props.bare === true && styles.bare)}
      role="group"
      aria-label={explanation.title}
    >
      <span className={styles.icon} aria-hidden>
        <FailedIcon />
      </span>
      <div className={styles.body}>
        <p className={styles.title}>{explanation.title}</p>
        <p className={styles.cause}>{explanation.cause}</p>
        <span className={styles.code}>{explanation.code}</span>
        <p className={styles.remedyTitle}>{UI_TEXTS.whatToDo}</p>
        <ul className={styles.remedies}>
          {explanation.remedies.map((remedy) => (
            <li key={remedy}>{remedy}</li>
          ))}
        </ul>
        {actions.length === 0 ? null : (
          <div className={styles.actions}>
            {actions.map((action, index) => (
              <Button
                key={action.id + action.label}
                size="small"
                appearance={index === 0 && action.id !== 'open-link' ? 'primary' : 'secondary'}
                onClick={() => void perform(action)}
              >
                {action.label}
              </Button>
            ))}
          </div>
        )}
        {facts.length === 0 ? null : (
          <Accordion collapsible className={styles.disclosure}>
            <AccordionItem value="details">
              <AccordionHeader size="small">{UI_TEXTS.details}</AccordionHeader>
              <AccordionPanel>
                <Facts
                  facts={facts.map((fact) => ({ label: fact.label, value: <code>{fact.value}</code> }))}
                />
                <Button size="small" appearance="subtle" icon={<CopyIcon />} onClick={copyDetails}>
                  {UI_TEXTS.copyDetails}
                </Button>
              </AccordionPanel>
            </AccordionItem>
          </Accordion>
        )}
      </div>
    </section>
  );
};
