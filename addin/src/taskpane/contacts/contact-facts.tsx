import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { Contact } from '@readback/core/overview';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDomain } from './use-domain.ts';

const useStyles = makeStyles({
  counts: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px', margin: 0 },
  count: { display: 'flex', flexDirection: 'column', padding: '10px 12px', minWidth: 0 },
  value: {
    order: -1,
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  facts: { display: 'flex', flexDirection: 'column', rowGap: '12px', margin: 0 },
  fact: { margin: 0 },
});

/** What is known: of mails to them alone, of their domain, and of mails to several apart. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t, locale } = useTexts();
  const surfaces = useSurfaces();
  const { alone, shared } = contact;
  const format = new Intl.NumberFormat(locale);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  const signs = { opens: shared.opens + shared.opensLikely, clicks: shared.clicks + shared.clicksLikely };
  return (
    <>
      <section className={surfaces.section}>
        <h2 className={surfaces.heading}>{t('contacts.alone')}</h2>
        {alone.mails === 0 ? <p className={small}>{t('contacts.noneAlone')}</p> : <AloneCounts contact={contact} />}
      </section>
      <Facts contact={contact} />
      {shared.mails > 0 && (
        <section className={surfaces.section}>
          <h2 className={surfaces.heading}>{t('contacts.shared')}</h2>
          <p className={surfaces.small}>
            {t('contacts.sharedText', { count: shared.mails, mails: format.format(shared.mails) })}
          </p>
          <p className={small}>
            {t('contacts.sharedSigns', { opens: format.format(signs.opens), clicks: format.format(signs.clicks) })}
          </p>
        </section>
      )}
    </>
  );
}

function AloneCounts({ contact: { alone } }: { contact: Contact }) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const format = new Intl.NumberFormat(locale);
  const [opens, clicks] = [alone.opens + alone.opensLikely, alone.clicks + alone.clicksLikely];
  const counts = [
    [t('contacts.sent', { count: alone.mails }), alone.mails],
    [t('contacts.opened', { count: opens }), opens],
    [t('contacts.clicked', { count: clicks }), clicks],
  ] as const;
  const likely = { opens: format.format(alone.opensLikely), clicks: format.format(alone.clicksLikely) };
  return (
    <>
      <dl className={styles.counts}>
        {counts.map(([label, value]) => (
          <div key={label} className={mergeClasses(surfaces.card, styles.count)}>
            <dt className={mergeClasses(surfaces.small, surfaces.muted)}>{label}</dt>
            <dd className={styles.value}>{format.format(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={mergeClasses(surfaces.small, surfaces.muted)}>
        {alone.opensLikely + alone.clicksLikely > 0 ? t('contacts.likely', likely) : t('contacts.surely')}
      </p>
    </>
  );
}

function Facts({ contact: { address, alone, lastSignAt, program } }: { contact: Contact }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const say = useReason();
  const when = useWhen()(lastSignAt);
  const { domain, statements } = useDomain(address);
  const term = mergeClasses(surfaces.small, surfaces.muted);
  const fact = mergeClasses(surfaces.text, styles.fact);
  return (
    <dl className={styles.facts}>
      {alone.mails > 0 && (
        <div>
          <dt className={term}>{t('contacts.lastSign')}</dt>
          <dd className={fact} title={when?.exact}>
            {when?.relative ?? t('contacts.noSignText')}
          </dd>
        </div>
      )}
      {program !== null && (
        <div>
          <dt className={term}>{t('contacts.program')}</dt>
          <dd className={fact}>{program}</dd>
        </div>
      )}
      {statements.length > 0 && (
        <div>
          <dt className={term}>{t('contacts.domain', { domain })}</dt>
          {statements.map(({ what, reason }) => (
            <dd key={what} className={fact}>
              {say(reason)}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
