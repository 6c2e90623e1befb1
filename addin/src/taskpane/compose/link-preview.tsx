import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { LinkSample } from './draft-view.ts';

/** So many characters of an address are shown; the whole stands in the tooltip. */
const MOST_SHOWN = 90;

const useStyles = makeStyles({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: '12px 12px 14px',
    minWidth: 0,
  },
  link: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
  pointer: { width: '16px', height: '16px', marginInlineStart: '20px', marginBlockStart: '-4px' },
  arrow: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground1 },
  tip: {
    boxSizing: 'border-box',
    maxWidth: '100%',
    marginBlockStart: '2px',
    marginInlineStart: '24px',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    wordBreak: 'break-all',
  },
});

/** A link with the pointer on it and the address that mail programs show then, as it will be in the mail. */
export function LinkPreview({ sample, host }: { sample: LinkSample | null; host: string }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  if (sample === null) {
    return <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('compose.previewNoLink')}</p>;
  }
  return (
    <>
      <div className={mergeClasses(surfaces.card, styles.paper)}>
        <span className={mergeClasses(surfaces.text, styles.link)} dir="auto">
          {sample.text || t('compose.noText')}
        </span>
        <svg className={styles.pointer} viewBox="0 0 16 16" aria-hidden="true">
          <path className={styles.arrow} d="M2 1v12l3.2-3 2 4.5 2-.9-2-4.4H12z" strokeLinejoin="round" />
        </svg>
        <span className={mergeClasses(surfaces.small, styles.tip)} dir="ltr" title={sample.address}>
          {shorten(sample.address)}
        </span>
      </div>
      <p className={mergeClasses(surfaces.small, surfaces.muted)}>
        {sample.tracked ? t('compose.previewLinkTracked', { host }) : t('compose.previewLinkPlain')}
      </p>
    </>
  );
}

/** As mail programs do with long addresses. */
function shorten(address: string): string {
  return address.length > MOST_SHOWN ? `${address.slice(0, MOST_SHOWN)}…` : address;
}
