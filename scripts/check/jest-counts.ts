/** Adds up the "Tests:" lines that jest prints at the end of its runs. */
export function jestCounts(output: string): { passed: number; failed: number; skipped: number } {
  // eslint-disable-next-line no-control-regex -- colours are control sequences, and are taken out
  const plain = output.replace(/\u001b\[\d*m/g, '')
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [, line = ''] of plain.matchAll(/^Tests:(.*)$/gm)) {
    for (const [, number = '0', word = ''] of line.matchAll(/(\d+) (passed|failed|skipped)/g)) {
      counts[word as keyof typeof counts] += Number(number)
    }
  }
  return counts
}
