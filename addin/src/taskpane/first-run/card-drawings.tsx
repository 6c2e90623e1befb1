import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  drawing: { display: 'block', width: '100%', height: '96px' },
  /** Lines keep a colour of the system's in high contrast, which leaves drawings alone otherwise. */
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '2px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  paper: { fill: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { fill: 'Canvas' } },
  accent: {
    stroke: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  filled: {
    fill: tokens.colorBrandBackground2Hover,
    stroke: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight' },
  },
  dashed: { strokeDasharray: '1 6' },
});

function useStrokes() {
  const styles = useStyles();
  return {
    drawing: styles.drawing,
    line: styles.line,
    paper: mergeClasses(styles.line, styles.paper),
    accent: mergeClasses(styles.line, styles.accent),
    filled: mergeClasses(styles.line, styles.filled),
    dashed: mergeClasses(styles.line, styles.accent, styles.dashed),
  };
}

/** A mail, an eye and a pointer. */
export function TrackedDrawing() {
  const strokes = useStrokes();
  return (
    <svg className={strokes.drawing} viewBox="0 0 200 96" aria-hidden="true">
      <path className={strokes.dashed} d="M98 42c14 0 18-14 34-14M98 54c14 0 20 14 32 14" />
      <rect className={strokes.paper} x="22" y="22" width="74" height="52" rx="7" />
      <path className={strokes.line} d="m23 30 36 24 36-24" />
      <path className={strokes.filled} d="M140 28c10-14 30-14 40 0-10 14-30 14-40 0z" />
      <circle className={strokes.paper} cx="160" cy="28" r="6" />
      <path className={strokes.filled} d="M148 54v28l7.5-7 4.5 10 5-2.300-4.500-9.700H171z" />
    </svg>
  );
}

/** A phone, a picture that isn't there, and a question. */
export function UnknownDrawing() {
  const strokes = useStrokes();
  return (
    <svg className={strokes.drawing} viewBox="0 0 200 96" aria-hidden="true">
      <rect className={strokes.paper} x="26" y="12" width="40" height="72" rx="8" />
      <path className={strokes.line} d="M41 76h10M36 34h20v14H36zm0 0 10 8 10-8" />
      <rect className={strokes.paper} x="84" y="26" width="56" height="44" rx="6" />
      <path className={strokes.line} d="m86 62 14-14 9 8 9-11 20 17M90 20l46 56" />
      <circle className={strokes.filled} cx="160" cy="48" r="18" />
      <path className={strokes.accent} d="M154.500 43c.5-8 12-8 11.500-.5-.3 4.500-6 5-6 9.500M160 58v.1" />
    </svg>
  );
}

/** A mail whose link shows its address under the pointer, and its picture under a lens. */
export function VisibleDrawing() {
  const strokes = useStrokes();
  return (
    <svg className={strokes.drawing} viewBox="0 0 200 96" aria-hidden="true">
      <rect className={strokes.paper} x="24" y="10" width="84" height="76" rx="7" />
      <path className={strokes.line} d="M36 24h60M36 36h44M36 74h24" />
      <path className={strokes.accent} d="M36 50h30" />
      <rect className={strokes.filled} x="62" y="56" width="86" height="20" rx="5" />
      <path className={strokes.accent} d="M70 66h34M110 66h4M120 66h4M130 66h4" />
      <path className={strokes.paper} d="M54 50v17l4.500-4 3 6.500 3.500-1.600-3-6.400h6z" />
      <circle className={strokes.paper} cx="156" cy="30" r="15" />
      <path className={strokes.line} d="m167 41 11 11" />
      <rect className={strokes.filled} x="152" y="26" width="8" height="8" rx="1.500" />
    </svg>
  );
}
