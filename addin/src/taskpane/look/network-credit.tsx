import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  link: {
    color: 'inherit',
    textDecorationLine: 'underline',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/**
 * Names whose data tells networks apart, in the words and with the link that its licence (CC BY 4.0, see NOTICE) asks for
 * wherever its results show: each verdict rests on it.
 */
export function NetworkCredit() {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <p className={mergeClasses(surfaces.small, surfaces.muted)} lang="en">
      <a className={styles.link} href="https://db-ip.com" target="_blank" rel="noopener noreferrer">
        IP Geolocation by DB-IP
      </a>
    </p>
  );
}
