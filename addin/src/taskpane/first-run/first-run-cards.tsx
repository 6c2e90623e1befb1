import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, useState } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useLaterTexts, useTexts } from '../texts/use-texts.ts';
import { TrackedDrawing, UnknownDrawing, VisibleDrawing } from './card-drawings.tsx';

const useStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    maxWidth: '568px',
    // Whatever card is shown, what stands below keeps its place.
    margin: '4px auto 20px',
    width: 'calc(100% - 32px)',
    padding: '12px 16px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  stack: { display: 'grid' },
  card: { gridArea: '1 / 1', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  hidden: { visibility: 'hidden' },
  foot: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  // Out to the edge of the text above.
  skip: { minWidth: 'auto', marginInlineStart: '-12px', marginInlineEnd: 'auto' },
  next: { minWidth: '80px' },
  dots: { display: 'flex', columnGap: '6px', justifyContent: 'center', paddingBlock: '4px', position: 'relative' },
  dot: {
    width: '8px',
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  current: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

const CARDS = [
  { title: 'firstRun.tracked', text: 'firstRun.trackedText', Drawing: TrackedDrawing },
  { title: 'firstRun.unknown', text: 'firstRun.unknownText', Drawing: UnknownDrawing },
  { title: 'firstRun.visible', text: 'firstRun.visibleText', Drawing: VisibleDrawing },
] as const;

/** How the cards are shown. */
export interface FirstRunCardsProps {
  /** Host that links go through. */
  host: string;
  /** Whether the sender asked for them; else they come by themselves, once. */
  isAsked: boolean;
  onDone: () => void;
}

/** What Readback does, in three cards above the view, which can be used meanwhile. */
export function FirstRunCards({ host, isAsked, onDone }: FirstRunCardsProps) {
  const { t } = useLaterTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const [index, setIndex] = useState(0);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAsked) frame.current?.focus();
  }, [isAsked]);
  return (
    <section
      ref={frame}
      tabIndex={-1}
      aria-label={t('nav.about')}
      className={mergeClasses(surfaces.card, styles.frame)}
      // Those that come by themselves are closed on purpose alone.
      onKeyDown={({ key }) => isAsked && key === 'Escape' && onDone()}
    >
      <div className={styles.stack} aria-live="polite">
        {CARDS.map(({ title, text, Drawing }, number) => (
          <div key={title} className={mergeClasses(styles.card, number !== index && styles.hidden)}>
            <Drawing />
            <h2 className={surfaces.title}>{t(title)}</h2>
            <p className={surfaces.text}>{t(text, { host })}</p>
          </div>
        ))}
      </div>
      <Foot index={index} go={setIndex} isAsked={isAsked} onDone={onDone} />
    </section>
  );
}

interface FootProps extends Pick<FirstRunCardsProps, 'isAsked' | 'onDone'> {
  index: number;
  go: (index: number) => void;
}

/** Where one is among the cards, and the way on. */
function Foot({ index, go, isAsked, onDone }: FootProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const isLast = index === CARDS.length - 1;
  return (
    <>
      <span className={styles.dots}>
        {CARDS.map(({ title }, number) => (
          <span
            key={title}
            aria-hidden="true"
            className={mergeClasses(styles.dot, number === index && styles.current)}
          />
        ))}
        <span className={surfaces.unseen}>{t('firstRun.position', { number: index + 1, count: CARDS.length })}</span>
      </span>
      <div className={styles.foot}>
        <Button appearance="subtle" className={styles.skip} onClick={onDone}>
          {t(isAsked ? 'firstRun.close' : 'firstRun.skip')}
        </Button>
        {index > 0 && (
          <Button
            icon={<ArrowLeftRegular />}
            aria-label={t('firstRun.back')}
            title={t('firstRun.back')}
            onClick={() => go(index - 1)}
          />
        )}
        <Button appearance="primary" className={styles.next} onClick={() => (isLast ? onDone() : go(index + 1))}>
          {t(isLast ? 'firstRun.done' : 'firstRun.next')}
        </Button>
      </div>
    </>
  );
}
