/**
 * Plans as a person sees them before and while they are carried out. `ChangePanel` previews and applies one change of a
 * tenant; `CopyNewSecret` offers a secret that one made; `useTenantChange` is the same without a panel; `PlanSteps` shows steps anywhere.
 */
export { ChangePanel } from './change-panel.tsx';
export { CopyNewSecret } from './copy-new-secret.tsx';
export { ChangeOutcome } from './change-outcome.tsx';
export type { ShownStep } from './plan-steps.tsx';
export { PlanSteps } from './plan-steps.tsx';
export type { StepReports } from './step-reports.ts';
export { NO_REPORTS, reportOf, reportsWith, stateOf } from './step-reports.ts';
export { allTyped, TypedNames } from './typed-names.tsx';
export { changeSteps, useTenantChange } from './use-tenant-change.ts';
export { useWhileFree } from './use-while-free.ts';
export { inMonths, LIFETIMES } from './lifetimes.ts';
