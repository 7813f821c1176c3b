/**
 * Plans as a person sees them before and while they are carried out. `ChangePanel` previews and applies one change: of a
 * tenant, of application users, or an earlier one again; `CopyNewSecret` offers a secret that one made; `useChange` is the same without a panel; `PlanSteps` shows steps anywhere.
 */
export type { AppliedEnvironment } from './apply-progress.ts';
export { appliedEnvironments, unfinished } from './apply-progress.ts';
export { EnvironmentList } from './environment-list.tsx';
export { inReadingOrder, planOverview, plannedWith } from './plan-overview.ts';
export { ChangePanel } from './change-panel.tsx';
export { CopyNewSecret } from './copy-new-secret.tsx';
export { ChangeOutcome } from './change-outcome.tsx';
export { RolesMissing } from './roles-missing.tsx';
export type { ShownStep } from './plan-steps.tsx';
export { GrantChanges } from './grant-changes.tsx';
export { PlanSteps } from './plan-steps.tsx';
export type { StepReports } from './step-reports.ts';
export { allReports, NO_REPORTS, reportOf, reportsWith, stateOf } from './step-reports.ts';
export { allTyped, TypedNames } from './typed-names.tsx';
export type { Change } from './use-change.ts';
export { changeSteps, useChange } from './use-change.ts';
export { useWhileFree } from './use-while-free.ts';
export { inMonths, LIFETIMES } from './lifetimes.ts';
