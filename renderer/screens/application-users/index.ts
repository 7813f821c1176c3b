export { AccessMapScreen } from './access-map-screen.tsx';
export { AllClientsScreen } from './all-clients/all-clients-screen.tsx';
export { ApplicationUsersScreen } from './application-users-screen.tsx';
export { ApplicationUserWizard } from './wizard-screen.tsx';
export { useAccessCounts } from './use-access-counts.ts';
