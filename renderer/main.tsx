import './theme/global.css';
import { createRoot } from 'react-dom/client';
import { SHELL_TEXTS } from '../preload/contract/words/texts/en.ts';
import { findDoor } from './bridge/index.ts';
import { App } from './shell/app.tsx';
import { askAhead, createPageTools } from './shell/page-tools.ts';

const root = document.querySelector('#root');
const door = findDoor();
if (root !== null && door !== null) {
  const tools = createPageTools(door);
  void askAhead(tools).then(() => createRoot(root).render(<App tools={tools} />));
} else if (root !== null) {
  root.textContent = `${SHELL_TEXTS.noDoorTitle}. ${SHELL_TEXTS.noDoorText}`;
}
