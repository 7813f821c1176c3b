export { QueryLabScreen } from './query-lab-screen.tsx';
