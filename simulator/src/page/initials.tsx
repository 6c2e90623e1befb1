/** A person's initials on a disc; the same name always has the same colour. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .split(/[\s.@]+/)
    .slice(0, 2)
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('');
  return (
    <span className="initials" data-hue={hueOf(name)} aria-hidden>
      {letters}
    </span>
  );
}

const HUES = 6;

function hueOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7) % HUES;
}
