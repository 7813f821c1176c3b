import { EventEmitter } from 'node:events';

/** `Notification`: records what it says and whether it was shown. */
export class NoteDouble extends EventEmitter {
  readonly options: unknown;
  shown = false;
  constructor(options: unknown) {
    super();
    this.options = options;
  }
  show(): void {
    this.shown = true;
  }
}
