import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ImageOffRegular } from '@fluentui/react-icons/svg/image-off';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  paper: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    height: '168px',
    padding: '10px',
    overflow: 'hidden',
  },
  subject: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    padding: '2px 6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
  line: {
    height: '6px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText', forcedColorAdjust: 'none' },
  },
  long: { width: '92%' },
  short: { width: '58%' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  pixel: {
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    marginBlockStart: 'auto',
    display: 'grid',
    placeItems: 'center',
    fontSize: '14px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground3,
    flexShrink: 0,
  },
  seen: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
});

interface MailDrawingProps {
  subject: string;
  /** Of the first link; null: the mail has none. */
  linkText: string | null;
  pictures: 'blocked' | 'loaded';
}

/** The mail in small, as it looks to its recipient. The caption says what is to be seen. */
export function MailDrawing({ subject, linkText, pictures }: MailDrawingProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const line = (width: string | undefined) => <span className={mergeClasses(styles.line, width)} />;
  return (
    <div aria-hidden="true" className={mergeClasses(surfaces.card, styles.paper)}>
      <span className={mergeClasses(surfaces.small, styles.subject)} dir="auto">
        {subject}
      </span>
      {pictures === 'blocked' && (
        <span className={styles.bar}>
          <ImageOffRegular fontSize={14} />
          {t('compose.previewBar')}
        </span>
      )}
      {line(styles.long)}
      {line(styles.short)}
      {linkText !== null && (
        <span className={mergeClasses(surfaces.small, styles.link)} dir="auto">
          {linkText || t('compose.noText')}
        </span>
      )}
      {line(styles.long)}
      <span className={mergeClasses(styles.pixel, pictures === 'loaded' && styles.seen)}>
        {pictures === 'blocked' && <ImageOffRegular />}
      </span>
    </div>
  );
}
