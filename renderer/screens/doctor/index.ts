/** Why an app is denied, and what fixes it. */
export { DoctorScreen } from './doctor-screen.tsx';
