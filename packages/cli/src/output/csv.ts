type Cell = string | number | boolean | null;

/** Rows as comma-separated values with a head (RFC 4180, lines end in LF); null is an empty field. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[head, ...rows].map((row) => row.map(field).join(',')).join('\n')}\n`;
}

function field(value: Cell): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
