export { SecurityRolesScreen } from './security-roles-screen.tsx';
