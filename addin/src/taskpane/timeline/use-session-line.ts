import { countryName } from '../look/country-name.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { HitSession } from './group-sessions.ts';
import { isToldByReason, placesOf, programsOf } from './session-facts.ts';
import { hasPlace, isSomebody } from './who-asked.ts';
import type { Asker } from './who-asked.ts';

const DEVICES = { desktop: 'message.desktop', phone: 'message.phone', tablet: 'message.tablet' } as const;

/** Says in a line what was done, with which program and where, as far as that is known of somebody and no reason says it. */
export function useSessionLine(): (session: HitSession, asker: Asker) => string {
  const { t, locale } = useTexts();
  const programOf = ({ name, device }: ReturnType<typeof programsOf>[number]): string => {
    if (device === null) return name ?? '';
    const word = t(DEVICES[device]);
    return name === null ? word : t('message.program', { program: name, device: word });
  };
  const placeOf = ({ country, city }: ReturnType<typeof placesOf>[number]): string => {
    const name = countryName(country, locale);
    return city === null ? name : t('message.place', { city, country: name });
  };
  return (session, asker) => {
    const opens = session.hits.filter(({ kind }) => kind === 'open').length;
    const clicks = session.hits.length - opens;
    const isPersonal = hasPlace(asker) || asker === 'you';
    const isTold = isToldByReason(session);
    return [
      !isTold && opens > 0 && (isSomebody(asker) || asker === 'you' ? t('message.didOpen') : t('message.didLoad')),
      !isTold && clicks > 0 && t('message.linkClicks', { count: clicks }),
      ...(isPersonal ? programsOf(session).map(programOf) : []),
      ...(hasPlace(asker) ? placesOf(session).map(placeOf) : []),
    ]
      .filter((part) => part !== false && part !== '')
      .join(' · ');
  };
}
