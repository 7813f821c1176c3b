import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Environment } from '../../preload/contract/environments.ts';
import type { Plan, PlanStep } from '../../preload/contract/fleet.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import {
  APPLICATION_USERS_TEXTS,
  CHANGE_TEXTS as TEXTS,
  RISK_TEXTS,
} from '../../preload/contract/words/texts/en.ts';
import { isReached } from '../../preload/contract/words/status.ts';
import { useWorkspace } from '../bridge/index.ts';
import { useInventory } from '../inventory/index.ts';
import { Button, EmptyState, ErrorPanel, HealthyIcon, NoticeBar, SidePanel, StreamBar } from '../ui/index.ts';
import { appliedEnvironments } from './apply-progress.ts';
import { ChangeOutcome } from './change-outcome.tsx';
import { EnvironmentList } from './environment-list.tsx';
import { inReadingOrder } from './plan-overview.ts';
import { PlanSteps } from './plan-steps.tsx';
import { allReports } from './step-reports.ts';
import { allTyped, TypedNames } from './typed-names.tsx';
import type { Change } from './use-change.ts';
import { changeSteps, useChange } from './use-change.ts';
import { useWhileFree } from './use-while-free.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];

/** What members of a team hold through it changes with its roles. */
const ofTeams = ({ kind }: PlanStep): boolean => kind === 'give-team-role' || kind === 'take-team-role';

/** Where a plan changes application users, or what they hold. */
const usersChangedIn = ({ environments }: Plan): readonly EnvironmentId[] => [
  ...new Set(
    environments
      .filter(({ clientId, steps }) => (clientId === null ? steps.some(ofTeams) : steps.length > 0))
      .map(({ environmentId }) => environmentId),
  ),
];

/**
 * The one preview of a change that fits into a panel: steps before → after, risks, names to type, progress, result.
 * Mount it with the change that is wanted; it reads what is so at once and changes nothing before it is applied.
 */
export const ChangePanel = (props: {
  readonly title: string;
  readonly change: Change;
  readonly onClose: () => void;
  /** Called once when everything has succeeded. */
  readonly onDone?: (plan: Plan) => void;
  /** What stands below the outcome when everything has succeeded. */
  readonly after?: (plan: Plan) => ReactNode;
  /** Back to a form, where there is one. */
  readonly onBack?: () => void;
}): ReactElement => {
  const { change, onDone } = props;
  const workspace = useWorkspace();
  const [scope, setScope] = useState<string>(() => crypto.randomUUID());
  const run = useChange(workspace.id, scope, change.kind);
  const { planning, applying } = run;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [stopping, setStopping] = useState(false);
  const begun = useRef('');
  const again = () => void run.plan(change);
  useEffect(() => {
    if (begun.current === scope) return;
    begun.current = scope;
    again();
    // oxlint-disable-next-line react/exhaustive-deps -- once a scope: the panel is mounted with its change
  }, [scope]);
  const startOver = () => {
    setTyped({});
    setStopping(false);
    setScope(crypto.randomUUID());
  };

  const plan = planning.output;
  const lacksRoles = applying.output !== null && applying.output.withoutRoles.length > 0;
  const succeeded = applying.output?.state === 'succeeded';
  const applied = applying.state === 'idle' ? 'not yet' : applying.running ? 'running' : 'ended';
  const reports = allReports(applying);
  const steps = plan === null ? [] : changeSteps(plan, reports, applied);
  const risks = [...new Set(steps.flatMap(({ step }) => step.risks))];
  const blocked = plan?.environments.filter(({ problem }) => problem !== null).length ?? 0;
  const doneSteps = steps.filter(({ state }) => state !== undefined && isReached(state)).length;
  const ready = planning.state === 'done' && plan !== null;
  const whileFree = useWhileFree();
  const inventory = useInventory(workspace.id, NO_ENVIRONMENTS);
  const apply = (made: Plan) =>
    whileFree(async () => {
      const result = await run.apply(made, made.confirmations);
      // One that nobody has read in this session is read as a whole when it is opened.
      if (inventory.state !== 'idle') inventory.read(usersChangedIn(made));
      if (result.ok && result.value.state === 'succeeded') onDone?.(made);
    });
  const mayApply = ready && steps.length > 0 && !workspace.readOnly && allTyped(plan.confirmations, typed);
  const actions =
    applied === 'not yet' ? (
      <>
        <Button
          appearance="primary"
          disabled={!mayApply}
          onClick={() => (plan === null ? undefined : void apply(plan))}
        >
          {TEXTS.apply}
        </Button>
        {props.onBack === undefined ? null : <Button onClick={props.onBack}>{TEXTS.back}</Button>}
        {/* It may lie where the button was that opened this panel: the second click of a double click closes nothing. */}
        <Button onClick={({ detail }) => (detail > 1 ? undefined : props.onClose())}>{TEXTS.cancel}</Button>
      </>
    ) : applied === 'running' ? (
      <>
        {/* It stays where it was: in its place, the second click of a double click would cancel what the first began. */}
        <Button appearance="primary" disabledFocusable>
          {TEXTS.apply}
        </Button>
        <Button
          disabledFocusable={stopping}
          onClick={() => {
            setStopping(true);
            applying.cancel();
          }}
        >
          {stopping ? TEXTS.cancelling : TEXTS.cancel}
        </Button>
      </>
    ) : (
      <>
        <Button appearance="primary" onClick={props.onClose}>
          {TEXTS.close}
        </Button>
        {/* The same asked for once more would not give back what a move has taken: continuing does. */}
        {succeeded || lacksRoles ? null : <Button onClick={startOver}>{TEXTS.again}</Button>}
      </>
    );
  return (
    <SidePanel
      title={props.title}
      {...(plan?.tenant == null ? {} : { subtitle: `${plan.tenant.appName} · ${plan.tenant.tenantName}` })}
      startWidth={520}
      onClose={props.onClose}
      actions={actions}
    >
      {workspace.readOnly ? <NoticeBar intent="warning" title={TEXTS.readOnly} /> : null}
      {planning.running ? (
        <StreamBar
          label={
            planning.data.of === 0
              ? change.kind === 'again'
                ? TEXTS.readingAgain
                : TEXTS.reading
              : TEXTS.readingEnvironments(planning.data.read, planning.data.of)
          }
          done={planning.data.read}
          total={planning.data.of}
          onCancel={planning.cancel}
        />
      ) : null}
      {planning.state === 'failed' && planning.error !== null ? (
        <ErrorPanel error={planning.error} handlers={{ retry: again }} />
      ) : null}
      {planning.state === 'cancelled' ? (
        <NoticeBar
          intent="info"
          title={TEXTS.cancelled}
          actions={
            <Button size="small" onClick={again}>
              {TEXTS.again}
            </Button>
          }
        />
      ) : null}
      {applied === 'running' ? (
        <StreamBar
          label={stopping ? TEXTS.cancellingText : TEXTS.running(doneSteps, steps.length)}
          done={doneSteps}
          total={steps.length}
        />
      ) : null}
      {ready && steps.length === 0 && blocked === 0 ? (
        <EmptyState icon={HealthyIcon} title={TEXTS.nothing} text={TEXTS.nothingText} />
      ) : null}
      {/* Before the steps, of which a rotation over sixty environments has more than anybody scrolls through. */}
      {applied === 'not yet'
        ? risks.map((risk) => (
            <NoticeBar key={risk} intent="warning" title={RISK_TEXTS[risk].title}>
              {RISK_TEXTS[risk].text}
            </NoticeBar>
          ))
        : null}
      {plan === null || (steps.length === 0 && blocked === 0) ? null : plan.tenant === null ? (
        <EnvironmentList
          label={APPLICATION_USERS_TEXTS.wizard.plan.list}
          environments={
            applied === 'not yet'
              ? { kind: 'planned', items: inReadingOrder(plan.environments) }
              : {
                  kind: 'applied',
                  items: appliedEnvironments(plan, reports, applied === 'running'),
                }
          }
          narrow
          onAllowed={applied === 'running' ? undefined : startOver}
        />
      ) : (
        <PlanSteps steps={steps} narrow onAllowed={applied === 'ended' ? startOver : undefined} />
      )}
      {ready && applied === 'not yet' && steps.length > 0 ? (
        <TypedNames
          names={plan.confirmations}
          entries={typed}
          onChange={setTyped}
          onConfirm={() => {
            if (mayApply) void apply(plan);
          }}
        />
      ) : null}
      <ChangeOutcome inTenant={plan?.tenant != null} applying={applying} onAllowed={startOver} />
      {plan !== null && succeeded ? props.after?.(plan) : null}
    </SidePanel>
  );
};
