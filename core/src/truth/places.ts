/** Places in the order in which hits came, as ascending ranges that don't touch: small, however many there are. */
export type Places = readonly PlaceRange[];

/** All places from the first to the last. */
export type PlaceRange = readonly [first: number, last: number];

/** Whether the place is among them. */
export function hasPlace(places: Places, place: number): boolean {
  return places.some(([first, last]) => first <= place && place <= last);
}

/** The same with one more. */
export function addPlace(places: Places, place: number): Places {
  const before = places.filter(([, last]) => last < place - 1);
  const after = places.filter(([first]) => first > place + 1);
  const [first, last] = places
    .filter((range) => before.indexOf(range) < 0 && after.indexOf(range) < 0)
    .reduce<PlaceRange>((grown, range) => [Math.min(grown[0], range[0]), Math.max(grown[1], range[1])], [place, place]);
  return [...before, [first, last], ...after];
}

/** The same without one. */
export function removePlace(places: Places, place: number): Places {
  const left: PlaceRange[] = [];
  for (const range of places) {
    const [first, last] = range;
    if (place < first || last < place) {
      left.push(range);
      continue;
    }
    if (first < place) left.push([first, place - 1]);
    if (place < last) left.push([place + 1, last]);
  }
  return left;
}
