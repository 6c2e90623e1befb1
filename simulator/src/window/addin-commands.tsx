import type { ManifestButton } from '../outlook/manifest.ts';
import type { Draft } from '../outlook/outlook.ts';
import { hasPane, useDesk } from './desk.ts';
import { locateFile } from './locate-file.ts';

interface AddinCommandsProps {
  surface: 'read' | 'compose';
  /** The draft that commands work on; null where mails are read. */
  draft: Draft | null;
}

/** The add-in's buttons, as its manifest names them, in one group of the ribbon. */
export function AddinCommands({ surface, draft }: AddinCommandsProps) {
  const { manifest } = useDesk();
  const buttons = manifest?.buttons.filter((button) => button.surface === surface) ?? [];
  const [first] = buttons;
  if (first === undefined) return null;
  return (
    <div className="addin-group" role="group" aria-label={first.group}>
      {buttons.map((button) => (
        <AddinButton key={button.id} button={button} draft={draft} />
      ))}
    </div>
  );
}

function AddinButton({ button, draft }: { button: ManifestButton; draft: Draft | null }) {
  const { outlook, sight, go } = useDesk();
  const { action, label, tooltip, icons } = button;
  const icon = icons[32] ?? icons[16];
  const press = (): void => {
    if (action.kind === 'pane') go({ type: 'toggle-pane' });
    else if (draft !== null) {
      // How it ended stands among the handlers that ran; Outlook itself shows nothing.
      outlook.pressCommand(action.functionName, draft).catch(() => undefined);
    }
  };
  return (
    <button
      type="button"
      title={tooltip === null ? label : `${tooltip.title}\n${tooltip.text}`}
      disabled={draft?.state === 'sending'}
      onClick={press}
      {...(action.kind === 'pane' ? { 'aria-pressed': hasPane(sight) } : {})}
    >
      {icon !== undefined && <img src={locateFile(icon)} alt="" width="20" height="20" />}
      {label}
    </button>
  );
}
