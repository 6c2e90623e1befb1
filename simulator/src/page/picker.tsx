interface PickerProps<Value extends string> {
  label: string;
  value: Value;
  words: Record<Value, string>;
  onPick: (value: Value) => void;
}

/** One thing to pick, its name above it. */
export function Picker<Value extends string>({ label, value, words, onPick }: PickerProps<Value>) {
  const isValue = (name: string): name is Value => name in words;
  return (
    <label className="picker">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          if (isValue(target.value)) onPick(target.value);
        }}
      >
        {Object.keys(words)
          .filter(isValue)
          .map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
      </select>
    </label>
  );
}
