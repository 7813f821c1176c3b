const once = (text: string): string => {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

/** What was pasted, without the percent-encoding that links inside links have once or twice. */
export const decodePasted = (text: string): string => once(once(text.trim()));
