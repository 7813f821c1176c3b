import { graphFaults } from './graph-fault.ts';

/** `/photo`, `/photo/$value`, `/photos` and `/photos/48x48`: nobody has a picture, and clients go on without one (Learn: profilephoto-get). */
export function requireNoPhoto([below = '']: readonly string[]): void {
  if (/^photos?$/i.test(below)) {
    throw graphFaults.noPhoto();
  }
}
