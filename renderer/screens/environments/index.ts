export { EnvironmentsScreen } from './environments-screen.tsx';
export type { EnvironmentRow } from './environment-rows.ts';
export { environmentRow } from './environment-rows.ts';
export type { Discovery } from './use-discovery.ts';
export { useDiscovery } from './use-discovery.ts';
export type { EnvironmentChecks } from './use-environment-checks.ts';
export { useEnvironmentChecks } from './use-environment-checks.ts';
