export { ActivityScreen } from './activity-screen.tsx';
export { OperationPanel } from './operation-panel.tsx';
export { OPERATION_STATUS } from './operation-status.ts';
