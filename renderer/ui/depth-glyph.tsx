import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { DEPTH_LABELS, DEPTH_MEANINGS } from '../../preload/contract/words/texts/en.ts';

const useStyles = makeStyles({
  svg: {
    width: tokens.fontSizeBase400,
    height: tokens.fontSizeBase400,
    verticalAlign: 'middle',
    flexShrink: 0,
  },
  ring: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: '1.4' },
  pie: { fill: tokens.colorBrandForeground1 },
  none: { stroke: tokens.colorNeutralForeground4 },
});

const SHARE: Readonly<Record<Depth, number>> = { None: 0, Basic: 0.25, Local: 0.5, Deep: 0.75, Global: 1 };

/** Pie slice from twelve o'clock clockwise on a circle of radius 6 around (8, 8). */
const slice = (share: number): string => {
  const angle = share * 2 * Math.PI;
  const x = 8 + 6 * Math.sin(angle);
  const y = 8 - 6 * Math.cos(angle);
  return `M8 8V2A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(3)} ${y.toFixed(3)}Z`;
};

/** How far a privilege reaches, as the circle that role editors use: empty None, quarter, half, three quarters, full Global. */
export const DepthGlyph = (props: { readonly depth: Depth; readonly what?: string }): ReactElement => {
  const styles = useStyles();
  const share = SHARE[props.depth];
  const name = `${DEPTH_LABELS[props.depth]} (${DEPTH_MEANINGS[props.depth]})`;
  const label = props.what === undefined ? name : `${props.what}: ${name}`;
  return (
    <svg className={styles.svg} viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      {share > 0 && share < 1 ? <path className={styles.pie} d={slice(share)} /> : null}
      {share === 1 ? <circle className={styles.pie} cx="8" cy="8" r="6" /> : null}
      <circle className={styles.ring} cx="8" cy="8" r="6" />
    </svg>
  );
};
