import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useState } from 'react';
import type { Person } from '../outlook/mail.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CONTACTS, readPerson } from './people.ts';

interface PeopleFieldProps {
  label: string;
  people: readonly Person[];
  onChange: (people: readonly Person[]) => void;
  /** Whether the person begins to write here. */
  startsHere?: boolean;
}

/** Recipients: typed, or picked among the contacts. Enter, a comma, a semicolon or leaving the field takes what was typed. */
export function PeopleField({ label, people, onChange, startsHere = false }: PeopleFieldProps) {
  const texts = useTexts();
  const id = useId();
  const { typed, type, take, unknown } = useTypedPeople(people, onChange);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="people">
        {people.map((person) => (
          <Chip
            key={person.address}
            person={person}
            onRemove={() => onChange(people.filter((one) => one !== person))}
          />
        ))}
        <input
          id={id}
          list={`${id}-contacts`}
          value={typed}
          // The first thing to do in an empty mail.
          autoFocus={startsHere}
          aria-invalid={unknown !== ''}
          onChange={({ target }) => type(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') take(typed);
            if (key === 'Backspace' && typed === '') onChange(people.slice(0, -1));
          }}
          onBlur={() => take(typed)}
        />
      </span>
      <Contacts id={`${id}-contacts`} />
      {unknown !== '' && (
        <span className="field-error" role="alert">
          {texts.unknownRecipient(unknown)}
        </span>
      )}
    </div>
  );
}

/** What is being typed; what makes no recipient stays in the field and is named as `unknown`. */
function useTypedPeople(people: readonly Person[], onChange: PeopleFieldProps['onChange']) {
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState('');
  const take = (text: string): void => {
    const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
    const found = parts.map((part) => ({ part: part.trim(), person: readPerson(part) }));
    const known = found.flatMap(({ person }) => (person === null ? [] : [person]));
    const rest = found.filter(({ person }) => person === null).map(({ part }) => part);
    const fresh = known.filter(({ address }) => !people.some((one) => one.address === address));
    if (fresh.length > 0) onChange([...people, ...fresh]);
    setTyped(rest.join('; '));
    setUnknown(rest.join('; '));
  };
  const type = (text: string): void => {
    if (/[,;]$/.test(text)) take(text);
    else setTyped(text);
  };
  return { typed, type, take, unknown };
}

function Contacts({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {CONTACTS.map(({ name, address }) => (
        <option key={address} value={`${name} <${address}>`} />
      ))}
    </datalist>
  );
}

function Chip({ person, onRemove }: { person: Person; onRemove: () => void }) {
  const texts = useTexts();
  return (
    <span className="chip" title={person.address}>
      {person.name}
      <button type="button" aria-label={texts.remove(person.name)} onClick={onRemove}>
        <DismissRegular aria-hidden />
      </button>
    </span>
  );
}
