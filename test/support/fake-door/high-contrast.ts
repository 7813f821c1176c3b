/** The event that switches it, sent to the page's window; its `detail` is true or false. */
export const HIGH_CONTRAST = 'fake-door:high-contrast';

const QUERY = '(forced-colors: active)';

/**
 * Lets a test switch the system's high contrast for the console alone. The browser's own emulation would replace every
 * colour of the page as well, and nothing could be said about ours.
 */
export const fakeHighContrast = (): void => {
  const real = window.matchMedia.bind(window);
  let matches = false;
  const listOf = (): MediaQueryList => {
    const list = real(QUERY);
    Object.defineProperty(list, 'matches', { get: () => matches });
    window.addEventListener(HIGH_CONTRAST, () => list.dispatchEvent(new Event('change')));
    return list;
  };
  window.addEventListener(HIGH_CONTRAST, (event) => {
    matches = event instanceof CustomEvent && event.detail === true;
  });
  window.matchMedia = (query) => (query === QUERY ? listOf() : real(query));
};
