import type { ReactElement } from 'react';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS, RISK_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { EnvironmentList, inReadingOrder, planOverview } from '../../plans/index.ts';
import {
  Badge,
  Button,
  EmptyState,
  ErrorPanel,
  HealthyIcon,
  Inline,
  makeStyles,
  NoticeBar,
  RefreshIcon,
  Skeleton,
  SkeletonItem,
  StreamBar,
  typographyStyles,
} from '../../ui/index.ts';
import type { PlanStream } from './use-operation.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.plan;
const SKELETONS = ['a', 'b', 'c'];

const useStyles = makeStyles({
  summary: { ...typographyStyles.subtitle2, margin: 0 },
  skeleton: { marginBottom: '8px' },
});

/** The plan before anything is changed: per environment what is, what will be, what cannot be, and what is risky. */
export const StepPlan = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly plan: PlanStream;
  readonly expected: number;
  readonly onAgain: () => void;
  readonly readOnly: boolean;
}): ReactElement => {
  const { act, draft, plan } = props;
  const styles = useStyles();
  const planned = inReadingOrder(plan.output?.environments ?? plan.data);
  const overview = planOverview(planned);
  const blocked: readonly EnvironmentId[] = [
    ...new Set(planned.filter((each) => each.problem !== null).map((each) => each.environmentId)),
  ];
  const twins =
    draft.intent === 'give-access'
      ? planned.filter(({ problem }) => problem?.code === 'user-soft-deleted').length
      : 0;
  const creates = planned.some((each) => each.steps.some((step) => step.kind === 'create-user'));
  const leaveOut = () => act({ kind: 'leave-out', ids: [...new Set([...draft.leftOut, ...blocked])] });
  const again = (
    <Button size="small" appearance="subtle" icon={<RefreshIcon />} onClick={props.onAgain}>
      {TEXTS.again}
    </Button>
  );
  const finished = plan.state === 'done' && plan.output !== null;
  if (finished && overview.change === 0 && overview.problem === 0) {
    return (
      <>
        <EmptyState icon={HealthyIcon} title={TEXTS.nothingSummary} text={TEXTS.nothingText}>
          {again}
        </EmptyState>
        <EnvironmentList
          label={TEXTS.list}
          environments={{ kind: 'planned', items: planned }}
          folded
          onAllowed={props.onAgain}
        />
      </>
    );
  }
  return (
    <>
      {plan.running ? (
        <StreamBar
          label={TEXTS.working(plan.data.length, props.expected)}
          done={plan.data.length}
          total={props.expected}
          onCancel={plan.cancel}
        />
      ) : null}
      {plan.state === 'failed' && plan.error !== null ? (
        <ErrorPanel error={plan.error} handlers={{ retry: props.onAgain }} />
      ) : null}
      {plan.state === 'cancelled' ? (
        <NoticeBar intent="info" title={TEXTS.cancelled} actions={again} />
      ) : null}
      {finished ? (
        <Inline wrap gap="m">
          <h3 className={styles.summary}>{TEXTS.summary(overview.steps, overview.change)}</h3>
          {overview.production === 0 ? null : (
            <Badge appearance="tint" color="danger" shape="rounded">
              {TEXTS.production(overview.production)}
            </Badge>
          )}
          {overview.nothing === 0 ? null : (
            <Badge appearance="tint" color="informative" shape="rounded">
              {TEXTS.alreadySo(overview.nothing)}
            </Badge>
          )}
          {again}
        </Inline>
      ) : null}
      {props.readOnly ? <NoticeBar intent="warning" title={TEXTS.readOnly} /> : null}
      {finished && blocked.length > 0 ? (
        <NoticeBar
          intent="warning"
          title={TEXTS.blocked(blocked.length)}
          actions={
            blocked.length === new Set(planned.map((each) => each.environmentId)).size ? undefined : (
              <Button size="small" onClick={leaveOut}>
                {TEXTS.leaveOut(blocked.length)}
              </Button>
            )
          }
        />
      ) : null}
      {finished && twins > 0 ? (
        <NoticeBar
          intent="warning"
          title={TEXTS.twins(twins)}
          actions={
            <Button size="small" onClick={() => act({ kind: 'purge-twins', on: true })}>
              {TEXTS.purgeTwins}
            </Button>
          }
        />
      ) : null}
      {draft.purgeTwins ? (
        <NoticeBar
          intent="info"
          title={TEXTS.purging}
          actions={
            <Button size="small" onClick={() => act({ kind: 'purge-twins', on: false })}>
              {TEXTS.keepTwins}
            </Button>
          }
        />
      ) : null}
      {draft.leftOut.length === 0 ? null : (
        <NoticeBar
          intent="info"
          title={TEXTS.leftOut(draft.leftOut.length)}
          actions={
            <Button size="small" onClick={() => act({ kind: 'leave-out', ids: [] })}>
              {TEXTS.bringBack}
            </Button>
          }
        />
      )}
      {draft.intent === 'give-access' && draft.roles.length === 0 && creates ? (
        <NoticeBar intent="warning" title={TEXTS.noRoleTitle}>
          {TEXTS.noRoleText}
        </NoticeBar>
      ) : null}
      {overview.risks.map((risk) => (
        <NoticeBar key={risk} intent="warning" title={RISK_TEXTS[risk].title}>
          {RISK_TEXTS[risk].text}
        </NoticeBar>
      ))}
      {planned.length > 0 ? (
        <EnvironmentList
          label={TEXTS.list}
          environments={{ kind: 'planned', items: planned }}
          onAllowed={props.onAgain}
        />
      ) : plan.running ? (
        <Skeleton aria-hidden>
          {SKELETONS.map((key) => (
            <SkeletonItem key={key} size={36} className={styles.skeleton} />
          ))}
        </Skeleton>
      ) : null}
    </>
  );
};
