import { nameRecipients } from './name-recipients.ts';

const person = (name: string | null, address = 'x@example.com') => ({ name, address });
const anna = person('Anna');
const ben = person('Ben');
const carla = person('Carla');

describe('naming recipients', () => {
  it.each([
    ['nobody', [], { names: '', more: 0 }],
    ['one by name', [anna], { names: 'Anna', more: 0 }],
    ['one by address', [person(null, 'dan@example.com')], { names: 'dan@example.com', more: 0 }],
    ['three', [anna, ben, carla], { names: 'Anna, Ben, and Carla', more: 0 }],
    ['four', [anna, ben, carla, person('Dan')], { names: 'Anna, Ben', more: 2 }],
  ])('names %s', (_, recipients, expected) => {
    expect(nameRecipients(recipients, 'en-US')).toEqual(expected);
  });

  it('counts those of whom only the number is known', () => {
    expect(nameRecipients([anna, ben, carla], 'en-US', 500)).toEqual({ names: 'Anna, Ben', more: 498 });
  });

  it("joins names in the reader's language", () => {
    expect(nameRecipients([anna, ben], 'de-DE').names).toBe('Anna und Ben');
  });
});
