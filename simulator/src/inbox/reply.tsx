import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/** An answer to a mail. */
export function Reply({ onSend }: { onSend: (text: string) => Promise<void> }) {
  const { inbox } = useTexts();
  const [text, setText] = useState('');
  const [state, setState] = useState<'closed' | 'open' | 'sent' | 'failed'>('closed');
  if (state !== 'open') {
    return (
      <footer className="reply">
        <button type="button" className="quiet" onClick={() => setState('open')}>
          {inbox.answer}
        </button>
        {state === 'sent' && <span role="status">{inbox.answered}</span>}
        {state === 'failed' && <span role="alert">{inbox.unreachable}</span>}
      </footer>
    );
  }
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text).then(
          () => setState('sent'),
          () => setState('failed'),
        );
      }}
    >
      <textarea
        aria-label={inbox.answerLabel}
        value={text}
        autoFocus
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="primary" disabled={text.trim() === ''}>
        {inbox.answerSend}
      </button>
    </form>
  );
}
