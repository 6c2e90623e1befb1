import { keepChoices, readChoices } from './choices.ts';
import type { ChoiceStore } from './choices.ts';

function createStore(kept: string | null = null): ChoiceStore {
  let value = kept;
  return {
    getItem: () => value,
    setItem: (_, set) => {
      value = set;
    },
  };
}

const FIRST = { client: 'web', setting: 'documented', language: 'en', theme: 'light', undo: 'off' };

describe('readChoices', () => {
  it('starts with the first of each list', () => {
    expect(readChoices(createStore(), '')).toEqual(FIRST);
  });

  it('finds what was picked before', () => {
    const store = createStore();
    keepChoices(store, { client: 'mac', setting: 'worst', language: 'de', theme: 'dark', undo: 'on' });
    expect(readChoices(store, '')).toMatchObject({
      client: 'mac',
      setting: 'worst',
      language: 'de',
      theme: 'dark',
      undo: 'on',
    });
  });

  it('lets the address win', () => {
    const store = createStore('{"client":"mac","theme":"dark"}');
    expect(readChoices(store, '?client=classic&setting=worst')).toEqual({
      ...FIRST,
      client: 'classic',
      setting: 'worst',
      theme: 'dark',
    });
  });

  it.each(['not json', 'null', '[]', '7', '{"client":"lotus","theme":3}'])('takes nothing from %j', (kept) => {
    expect(readChoices(createStore(kept), '?language=fr')).toEqual(FIRST);
  });
});
