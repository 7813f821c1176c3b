/** Bringing things in: exports of this console, connections of other tools. */
export { ImportScreen } from './import-screen.tsx';
