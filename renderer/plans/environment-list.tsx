import type { ReactElement } from 'react';
import type { PlannedEnvironment } from '../../preload/contract/fleet.ts';
import { APPLICATION_USERS_TEXTS, ROLE_PLAN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { FoldItem } from '../ui/index.ts';
import {
  ErrorPanel,
  FoldList,
  NoticeBar,
  ProductionBadge,
  StatusBadge,
  StepStateBadge,
  TextWithMark,
} from '../ui/index.ts';
import type { AppliedEnvironment } from './apply-progress.ts';
import type { PlanVerdict } from './plan-overview.ts';
import { verdictOf } from './plan-overview.ts';
import { PlanSteps } from './plan-steps.tsx';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.plan;
const APPLY = APPLICATION_USERS_TEXTS.wizard.apply;
/** Up to this many environments stand open at once. */
const OPEN_UP_TO = 6;

const badgeOf = (verdict: PlanVerdict, planned: PlannedEnvironment): ReactElement => {
  switch (verdict) {
    case 'problem':
      return <StatusBadge status="denied" word={TEXTS.problem} />;
    case 'nothing':
      return <StatusBadge status="healthy" word={TEXTS.nothing} />;
    case 'change':
      return <StepStateBadge state="pending" word={TEXTS.change(planned.steps.length)} />;
  }
};

type Shown = {
  readonly severalApps: boolean;
  readonly narrow: boolean;
  readonly open: boolean;
  readonly onAllowed: (() => void) | undefined;
};

const titleOf = (
  { environmentName, appName, production }: PlannedEnvironment,
  severalApps: boolean,
): ReactElement => (
  <TextWithMark
    text={severalApps ? `${environmentName} · ${appName}` : environmentName}
    mark={production ? <ProductionBadge /> : null}
  />
);

const plannedItem = (
  planned: PlannedEnvironment,
  { severalApps, narrow, open, onAllowed }: Shown,
): FoldItem => {
  const verdict = verdictOf(planned);
  const lacks = planned.lacks ?? [];
  const leftOut = planned.leftOut ?? [];
  return {
    id: `${planned.environmentId}/${planned.clientId ?? planned.appName}`,
    status: badgeOf(verdict, planned),
    title: titleOf(planned, severalApps),
    body:
      planned.problem !== null ? (
        <ErrorPanel error={planned.problem} onAllowed={onAllowed} />
      ) : planned.steps.length === 0 ? null : (
        <>
          {lacks.length === 0 ? null : (
            <NoticeBar intent="warning" title={TEXTS.lacksTitle}>
              {TEXTS.lacksText(lacks)}
            </NoticeBar>
          )}
          {leftOut.length === 0 ? null : (
            <NoticeBar intent="warning" title={ROLE_PLAN_TEXTS.leftOutTitle(leftOut.length)}>
              {ROLE_PLAN_TEXTS.leftOutText(leftOut)}
            </NoticeBar>
          )}
          <PlanSteps steps={planned.steps.map((step) => ({ step }))} narrow={narrow} />
        </>
      ),
    open: open || verdict === 'problem' || lacks.length > 0 || leftOut.length > 0,
  };
};

const appliedItem = (
  each: AppliedEnvironment,
  { severalApps, narrow, open, onAllowed }: Shown,
): FoldItem => ({
  id: `${each.planned.environmentId}/${each.planned.clientId ?? each.planned.appName}`,
  status: <StepStateBadge state={each.state} />,
  title: titleOf(each.planned, severalApps),
  note: APPLY.steps(each.done, each.steps.length),
  body: <PlanSteps steps={each.steps} narrow={narrow} onAllowed={onAllowed} />,
  open: open || each.state === 'failed',
});

/** Environments of a plan that foldout to their steps: before anything is done, or while and after it is. */
export const EnvironmentList = (props: {
  readonly label: string;
  readonly environments:
    | { readonly kind: 'planned'; readonly items: readonly PlannedEnvironment[] }
    | { readonly kind: 'applied'; readonly items: readonly AppliedEnvironment[] };
  /** For a panel at the side. */
  readonly narrow?: boolean;
  /** Folded even when there are few. */
  readonly folded?: boolean;
  /** Called when somebody has signed in or allowed what refused a step. */
  readonly onAllowed: (() => void) | undefined;
}): ReactElement => {
  const { environments, onAllowed, narrow = false } = props;
  const all =
    environments.kind === 'planned' ? environments.items : environments.items.map(({ planned }) => planned);
  const shown: Shown = {
    severalApps: new Set(all.map(({ clientId, appName }) => clientId ?? appName)).size > 1,
    narrow,
    open: props.folded !== true && all.length <= OPEN_UP_TO,
    onAllowed,
  };
  const items =
    environments.kind === 'planned'
      ? environments.items.map((each) => plannedItem(each, shown))
      : environments.items.map((each) => appliedItem(each, shown));
  return <FoldList label={props.label} items={items} />;
};
