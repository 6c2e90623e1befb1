/** Collects plain text line by line, as Exchange's converter does: white space is written once something follows it. */
export interface TextLines {
  hasWaitingSpace(): boolean;
  /** Text without white space at its ends. */
  write(text: string): void;
  space(count: number): void;
  /** Goes to the next column that eight divides. */
  tab(): void;
  newLine(): void;
  /** All lines, each ended by `\n`. */
  end(): string;
}

const COLUMNS = 8;

/** An empty text. */
export function createTextLines(): TextLines {
  const done: string[] = [];
  let line = '';
  let waiting = 0;
  const newLine = (): void => {
    done.push(line);
    line = '';
    waiting = 0;
  };
  return {
    hasWaitingSpace: () => waiting > 0,
    write: (text) => {
      line += ' '.repeat(waiting) + text;
      waiting = 0;
    },
    space: (count) => {
      waiting += count;
    },
    tab: () => {
      const column = line.length + waiting;
      waiting += COLUMNS - (column % COLUMNS);
    },
    newLine,
    end: () => {
      if (line !== '') newLine();
      return done.map((each) => `${each}\n`).join('');
    },
  };
}
