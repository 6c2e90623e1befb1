import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { PinOffRegular } from '@fluentui/react-icons/svg/pin-off';
import { useEffect, useRef } from 'react';
import { connectFrame } from '../frame-runtimes.ts';
import type { ManifestButton } from '../outlook/manifest.ts';
import type { Mail } from '../outlook/mail.ts';
import type { Draft, Pane } from '../outlook/outlook.ts';
import { useTexts } from '../texts/use-texts.ts';
import { hasPane, shownDraft, shownMail, useDesk } from './desk.ts';
import { locateFile } from './locate-file.ts';

type PaneAction = Extract<ManifestButton['action'], { kind: 'pane' }>;

/** The add-in's pane beside what is shown. Reading has one that follows the selection; each draft has its own. */
export function TaskPane() {
  const desk = useDesk();
  const draft = shownDraft(desk);
  const surface = draft === null ? 'read' : 'compose';
  const action = desk.manifest?.buttons.flatMap((button): PaneAction[] =>
    button.surface === surface && button.action.kind === 'pane' ? [button.action] : [],
  )[0];
  if (action === undefined || !hasPane(desk.sight)) return null;
  return <OpenPane key={draft?.number ?? 'read'} action={action} target={draft ?? shownMail(desk)} />;
}

function OpenPane({ action, target }: { action: PaneAction; target: Draft | Mail | null }) {
  const { sight, go, manifest } = useDesk();
  const texts = useTexts();
  const place = usePaneFrame(action, target);
  const isReading = target === null || 'folder' in target;
  return (
    <aside className="task-pane">
      <header>
        <b>{manifest?.name}</b>
        {isReading && action.pinnable && (
          <button
            type="button"
            aria-label={sight.pinned ? texts.pane.unpin : texts.pane.pin}
            aria-pressed={sight.pinned}
            onClick={() => go({ type: 'pin' })}
          >
            {sight.pinned ? <PinOffRegular aria-hidden /> : <PinRegular aria-hidden />}
          </button>
        )}
        <button type="button" aria-label={texts.pane.close} onClick={() => go({ type: 'close-pane' })}>
          <DismissRegular aria-hidden />
        </button>
      </header>
      <div className="pane-place" ref={place} />
    </aside>
  );
}

/** Opens the pane in a frame of this place; it follows what is shown for as long as it stands there. */
function usePaneFrame({ page }: PaneAction, target: Draft | Mail | null) {
  const { outlook, go } = useDesk();
  const texts = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const pane = useRef<Pane | null>(null);
  const first = useRef(target);
  useEffect(() => {
    const opened = outlook.openPane(first.current);
    pane.current = opened;
    opened.onClose(() => go({ type: 'close-pane' }));
    const frame = document.createElement('iframe');
    frame.title = texts.pane.frame;
    // What the add-in throws belongs into the browser's console, where its author looks.
    const disconnect = connectFrame(frame, opened.link, { onError: reportError });
    frame.src = locateFile(page);
    place.current?.append(frame);
    return () => {
      disconnect();
      frame.remove();
      opened.close();
    };
  }, [outlook, page, go, texts]);
  const name = target === null ? '' : 'folder' in target ? target.id : String(target.number);
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    pane.current?.show(target);
  }, [name, target]);
  return place;
}
