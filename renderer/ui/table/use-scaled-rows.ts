import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { ROW_HEIGHT, scrollScale } from './scroll-scale.ts';

const HEADER_HEIGHT = 36;
const OVERSCAN = 8;

type Rows = Virtualizer<HTMLDivElement, Element>;

/** The rows that are in view of a scroller, for any number of rows. */
export type ScaledRows = {
  readonly items: readonly VirtualItem[];
  readonly physicalHeight: number;
  /** Where a row stands inside the scrolled element, in physical pixels. */
  readonly offsetOf: (item: VirtualItem) => number;
  readonly scrollToRow: (index: number) => void;
  readonly rowsInView: () => number;
};

/**
 * TanStack Virtual with a scale: it works in virtual pixels, the scroller in physical ones. For lists that fit, both
 * are the same and nothing is different from plain virtualization.
 */
export const useScaledRows = (scroller: RefObject<HTMLDivElement | null>, count: number): ScaledRows => {
  const viewport = (scroller.current?.clientHeight ?? 0) - HEADER_HEIGHT;
  const scale = scrollScale(count, Math.max(0, viewport));
  const factor = useRef(scale.factor);
  factor.current = scale.factor;

  const observeElementOffset = (
    instance: Rows,
    report: (offset: number, isScrolling: boolean) => void,
  ): (() => void) => {
    const element = instance.scrollElement;
    if (element === null) return () => undefined;
    const onScroll = () => report(element.scrollTop * factor.current, true);
    const onEnd = () => report(element.scrollTop * factor.current, false);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', onEnd);
    onEnd();
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', onEnd);
    };
  };

  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: 0,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingEnd: 0,
    observeElementOffset,
    scrollToFn: (offset, options, instance) => {
      const top = (offset + (options.adjustments ?? 0)) / factor.current;
      instance.scrollElement?.scrollTo({ top, behavior: 'instant' });
    },
  });

  // A wheel step must stay a wheel step, however much one physical pixel stands for.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || scale.factor === 1) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      const step = event.deltaY / factor.current;
      element.scrollTop += Math.sign(step) * Math.max(1, Math.abs(step));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scale.factor, scroller]);

  const virtualTop = virtualizer.scrollOffset ?? 0;
  return {
    items: virtualizer.getVirtualItems(),
    physicalHeight: scale.physicalHeight,
    offsetOf: (item) => {
      const virtual = item.start - HEADER_HEIGHT;
      return scale.factor === 1 ? virtual : virtual - virtualTop + virtualTop / scale.factor;
    },
    scrollToRow: (index) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * ROW_HEIGHT;
      const current = element.scrollTop * factor.current;
      const height = element.clientHeight - HEADER_HEIGHT;
      if (top < current) element.scrollTop = top / factor.current;
      else if (top + ROW_HEIGHT > current + height)
        element.scrollTop = (top + ROW_HEIGHT - height) / factor.current;
    },
    rowsInView: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_HEIGHT) / ROW_HEIGHT)),
  };
};
