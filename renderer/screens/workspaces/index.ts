export { CreateWorkspaceScreen } from './create-workspace-screen.tsx';
export { EditWorkspaceScreen } from './edit-workspace-screen.tsx';
export { ExportCard } from './export-card.tsx';
export { WorkspacesScreen } from './workspaces-screen.tsx';
