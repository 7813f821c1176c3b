import { makeStyles, tokens } from '@fluentui/react-components';
import { encodeQR } from 'qr';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

// Scanners want dark on light with a quiet border (ISO/IEC 18004), whatever the theme is.
const useStyles = makeStyles({
  code: {
    width: '232px',
    height: '232px',
    backgroundColor: '#ffffff',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    forcedColorAdjust: 'none',
  },
  dark: { fill: '#000000' },
});

const QUIET = 4;

const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('');

/** A text as a QR code, to be opened on a telephone. */
export const QrCode = (props: { readonly text: string; readonly label: string }): ReactElement => {
  const styles = useStyles();
  const { path, size } = useMemo(() => {
    const rows = encodeQR(props.text, 'raw', { ecc: 'low', border: QUIET });
    return { path: pathOf(rows), size: rows.length };
  }, [props.text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
    >
      <path className={styles.dark} d={path} />
    </svg>
  );
};
