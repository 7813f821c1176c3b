import type { ReactElement } from 'react';
import type { Rotation } from '../../../preload/contract/fleet-tenant.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { ROTATION_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useGo } from '../../places/index.ts';
import { Button, Card, Inline, makeStyles, Moment, tokens } from '../../ui/index.ts';

const TEXTS = ROTATION_TEXTS.home;

const useStyles = makeStyles({
  card: { borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Rotations that are not at their end, each with the way to go on. */
export const RotationsCard = (props: {
  readonly workspaceId: WorkspaceId;
  readonly rotations: readonly Rotation[];
}): ReactElement => {
  const styles = useStyles();
  const go = useGo();
  return (
    <Card title={TEXTS.title} text={TEXTS.text} className={styles.card}>
      {props.rotations.map(({ id, appName, appProfileId, startedAt, stage, proofs }) => (
        <div key={id} className={styles.item}>
          <Inline justify="between" wrap>
            <span className={styles.title}>{appName}</span>
            <span className={styles.quiet}>
              <Moment at={startedAt} />
            </span>
          </Inline>
          <span>
            {`${ROTATION_TEXTS.state[stage]} · ${TEXTS.proved(proofs.filter(({ state }) => state === 'proved').length, proofs.length)}`}
          </span>
          <Inline>
            <Button
              size="small"
              appearance="primary"
              onClick={() =>
                go({
                  page: 'applications/rotate',
                  workspaceId: props.workspaceId,
                  params: { app: appProfileId, rotation: id },
                })
              }
            >
              {ROTATION_TEXTS.goOn}
            </Button>
          </Inline>
        </div>
      ))}
    </Card>
  );
};
