export { RotationScreen } from './rotation-screen.tsx';
