import { useEffect, useState } from 'react';

/** A text once nobody has typed for a moment: what is asked of a service while somebody types. */
export const useSettledText = (text: string, milliseconds = 300): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
};
