export { BaselineScreen } from './baseline-screen.tsx';
