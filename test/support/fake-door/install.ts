/** Puts the fake door into the page before the page's own script runs. */
import { createFakeDoor } from './fake-door.ts';
import { fakeHighContrast } from './high-contrast.ts';
import { readScenario } from './scenario.ts';

fakeHighContrast();
Object.defineProperty(window, 's2sConsole', { value: createFakeDoor(readScenario(window.name)) });
