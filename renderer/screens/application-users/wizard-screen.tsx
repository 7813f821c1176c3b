import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useInventory } from '../../inventory/index.ts';
import { useGo } from '../../places/index.ts';
import { Button, ConfirmDialog, Page, Stepper, WizardFrame } from '../../ui/index.ts';
import { allReports, appliedEnvironments, planOverview, unfinished } from '../../plans/index.ts';
import { StepApp } from './step-app.tsx';
import { StepDeletion } from './step-deletion.tsx';
import { StepEnvironments } from './step-environments.tsx';
import { StepPlacement } from './step-placement.tsx';
import { StepPlan } from './step-plan.tsx';
import { StepProgress } from './step-progress.tsx';
import { StepRoles } from './step-roles.tsx';
import { useArrival } from './use-arrival.ts';
import { useOperation } from './use-operation.ts';
import { useWizardDraft } from './use-wizard-draft.ts';
import { isAnswered, neighbour, NEW_DRAFT } from './wizard-draft.ts';
import { WizardFooter } from './wizard-footer.tsx';
import { stepText, wizardSteps } from './wizard-steps.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard;
const NO_ENVIRONMENTS: readonly Environment[] = [];

/** Gives an app access, or changes application users, in many environments: choose, see the plan, apply, verify. */
export const ApplicationUserWizard = (): ReactElement => {
  const workspace = useWorkspace();
  const go = useGo();
  const list = useCall('environments.list', { workspaceId: workspace.id });
  const profileList = useCall('appProfiles.list', { workspaceId: workspace.id });
  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const profiles = profileList.data?.profiles ?? [];
  const inventory = useInventory(workspace.id, environments);
  const [draft, act] = useWizardDraft(workspace.id);
  const { applying, apply, expected, plan, planAgain } = useOperation(
    workspace.id,
    draft,
    act,
    inventory.read,
  );
  const [confirming, setConfirming] = useState(false);
  const busy = applying.running || applying.state === 'cancelling';
  useArrival(profileList.data?.profiles, list.data?.environments, busy, act);

  const { read, state: inventoryState } = inventory;
  const { step } = draft;
  useEffect(() => {
    if (step === 'environments' && inventoryState === 'idle' && environments.length > 0) {
      read(environments.map(({ id }) => id));
    }
  }, [environments, inventoryState, read, step]);

  const made = plan.running ? null : plan.output;
  const overview = planOverview(made?.environments ?? []);
  const mayApply =
    made !== null &&
    plan.state === 'done' &&
    overview.steps > 0 &&
    overview.problem === 0 &&
    !workspace.readOnly;
  const start = () => {
    if (made === null) return;
    if (made.confirmations.length > 0) setConfirming(true);
    else apply(made, []);
  };
  const next = neighbour(draft, 1);
  const back = neighbour(draft, -1);
  const mayGoOn = isAnswered(draft, step) && next !== null;
  const goOn = mayGoOn ? () => act({ kind: 'go', step: next }) : undefined;
  const discard = () => act({ kind: 'begin', draft: NEW_DRAFT });
  const showUsers = () => go({ page: 'application-users', workspaceId: workspace.id });

  // Who left some out did so to get on with the others: they are not forgotten.
  const left =
    made === null
      ? []
      : [...unfinished(appliedEnvironments(made, allReports(applying), busy)), ...draft.leftOut];
  const lacksRoles = applying.output !== null && applying.output.withoutRoles.length > 0;
  const planLeft = () => act({ kind: 'only', ids: left });
  const profile = profiles.find(({ clientId }) => clientId === draft.clientId);
  const touched = [...new Set(made?.environments.map(({ environmentId }) => environmentId))];
  const footer = (() => {
    switch (step) {
      case 'apply':
        return <WizardFooter main={<Button onClick={showUsers}>{TEXTS.leave}</Button>} />;
      case 'result':
        return (
          <WizardFooter
            main={
              <>
                {/* The same asked for once more would not give back what a move has taken: continuing does. */}
                {left.length === 0 || lacksRoles ? null : (
                  <Button appearance="primary" onClick={planLeft}>
                    {TEXTS.result.retry(left.length)}
                  </Button>
                )}
                {profile === undefined ? null : (
                  <Button
                    appearance={left.length === 0 ? 'primary' : 'secondary'}
                    onClick={() =>
                      go({
                        page: 'query',
                        workspaceId: workspace.id,
                        params: { app: profile.id, environments: touched.join(',') },
                      })
                    }
                  >
                    {TEXTS.result.query}
                  </Button>
                )}
                <Button onClick={showUsers}>{TEXTS.result.users}</Button>
                <Button appearance="subtle" onClick={discard}>
                  {TEXTS.result.again}
                </Button>
              </>
            }
          />
        );
      case 'plan':
        return (
          <WizardFooter
            main={
              <Button appearance="primary" disabled={!mayApply} onClick={start}>
                {TEXTS.plan.apply(overview.steps)}
              </Button>
            }
            onBack={back === null ? undefined : () => act({ kind: 'go', step: back })}
            onDiscard={discard}
          />
        );
      case 'app':
      case 'environments':
      case 'roles':
      case 'unit':
      case 'teams':
      case 'deletion':
        return (
          <WizardFooter
            main={
              <Button appearance="primary" disabled={goOn === undefined} onClick={goOn}>
                {TEXTS.next}
              </Button>
            }
            onBack={back === null ? undefined : () => act({ kind: 'go', step: back })}
            onDiscard={discard}
          />
        );
    }
  })();
  const content = (() => {
    switch (step) {
      case 'app':
        return (
          <StepApp
            draft={draft}
            act={act}
            workspace={workspace}
            profiles={profiles}
            onAddApp={() => go({ page: 'applications', workspaceId: workspace.id, params: { panel: 'add' } })}
          />
        );
      case 'environments':
        return (
          <StepEnvironments
            draft={draft}
            act={act}
            environments={environments}
            inventory={inventory}
            loading={list.loading}
          />
        );
      case 'roles':
        return <StepRoles draft={draft} act={act} environments={environments} />;
      case 'unit':
      case 'teams':
        return <StepPlacement key={step} what={step} draft={draft} act={act} environments={environments} />;
      case 'deletion':
        return <StepDeletion draft={draft} act={act} />;
      case 'plan':
        return (
          <StepPlan
            draft={draft}
            act={act}
            plan={plan}
            expected={expected}
            onAgain={planAgain}
            readOnly={workspace.readOnly}
          />
        );
      case 'apply':
      case 'result':
        return made === null ? null : (
          <StepProgress made={made} leftOut={draft.leftOut.length} applying={applying} onAllowed={planLeft} />
        );
    }
  })();
  const { text, title } = stepText(draft);
  return (
    <Page
      title={TEXTS.titles[draft.intent]}
      purpose={TEXTS.purpose}
      actions={<Button onClick={showUsers}>{TEXTS.leave}</Button>}
    >
      <WizardFrame
        step={step}
        title={title}
        text={text}
        onNext={step === 'plan' ? undefined : goOn}
        footer={footer}
        stepper={
          <Stepper
            label={TEXTS.steps}
            steps={wizardSteps(draft, busy)}
            current={step}
            onGo={(to) => act({ kind: 'go', step: to })}
          />
        }
      >
        {content}
      </WizardFrame>
      {confirming && made !== null ? (
        <ConfirmDialog
          title={TEXTS.confirm.title}
          confirmLabel={TEXTS.confirm.confirm}
          typed={made.confirmations}
          onConfirm={(typed) => {
            setConfirming(false);
            apply(made, typed);
          }}
          onCancel={() => setConfirming(false)}
        >
          {TEXTS.confirm.text(overview.steps, overview.change)}
        </ConfirmDialog>
      ) : null}
    </Page>
  );
};
