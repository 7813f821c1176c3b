export { ApplicationsScreen } from './applications-page.tsx';
