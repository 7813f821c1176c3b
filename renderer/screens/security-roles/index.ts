export { DepthLegend } from './depth-legend.tsx';
export { MatrixTable, MiscTable } from './matrix-table.tsx';
export { privilegeMatrix, TABLE_VERBS } from './privilege-matrix.ts';
export { SecurityRolesScreen } from './security-roles-screen.tsx';
