/** The beginning of a text, cut between characters, never inside one of two UTF-16 units. */
export function cutText(text: string, longest: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest) break
    kept += character
  }
  return kept
}
