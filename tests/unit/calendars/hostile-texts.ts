/** Titles that would begin a line of their own if they were not escaped. */
export const HOSTILE_TEXTS = [
  'A;B,C\\D:E',
  'A\\nEND:VEVENT',
  'A\u2028BEGIN:VALARM',
  'A\u0085ATTACH:https://evil.example/',
  '"; ATTENDEE:mailto:a@b.example',
] as const;
