import { useSyncExternalStore } from 'react';
import { Modal } from '../page/modal.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';

/** What Outlook asks the sender: whether a mail is to go although the add-in hasn't said so. */
export function QuestionDialog() {
  const { questions } = useDesk();
  const texts = useTexts();
  const dialog = useSyncExternalStore(questions.subscribe, questions.current);
  if (dialog === null) return null;
  const { kind, title, answers } = dialog;
  return (
    <Modal key={kind} title={`${title} ${texts.dialogs[kind]}`}>
      <p>{texts.dialogText(dialog)}</p>
      <div className="answers">
        {answers.map((answer) => (
          <button
            type="button"
            key={answer}
            className={answer === 'send-anyway' ? 'primary' : 'quiet'}
            onClick={() => questions.answer(answer)}
          >
            {texts.answers[answer]}
          </button>
        ))}
      </div>
    </Modal>
  );
}
