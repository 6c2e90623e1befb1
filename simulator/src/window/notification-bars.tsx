import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { Draft } from '../outlook/outlook.ts';
import { useDesk } from './desk.ts';
import { locateFile } from './locate-file.ts';

/** Bars above a mail, as add-ins put them there. */
export function NotificationBars({ draft }: { draft: Draft }) {
  const { go, manifest } = useDesk();
  return draft.notifications.map(({ key, type, message, icon, action }) => (
    <p key={key} className="bar" role="status" data-kind={type}>
      <BarIcon isError={type === 'errorMessage'} url={icon === null ? undefined : manifest?.images[icon]} />
      <span>{message}</span>
      {action !== null && (
        <button type="button" className="link" onClick={() => go({ type: 'toggle-pane' })}>
          {action.text}
        </button>
      )}
    </p>
  ));
}

function BarIcon({ isError, url }: { isError: boolean; url: string | undefined }) {
  if (isError) return <WarningRegular aria-hidden />;
  if (url === undefined) return <InfoRegular aria-hidden />;
  return <img src={locateFile(url)} alt="" width="16" height="16" />;
}
