import { staffRoles } from '../../shared/contract/define'
import type { Contract } from '../../shared/contract/define'

const heading = `# Who may do what

Every action of the staff's console and the roles that may call it; nobody else may. A change is
one that is written to the audit log. This table is written by \`npx tsx scripts/roles.ts\` from the
contract, and a test fails when the two differ.

`

/** The page about roles, as the contract has it. */
export function rolesPage(contract: Contract): string {
  const rows = Object.entries(contract).flatMap(([name, { access, write }]) =>
    typeof access === 'object'
      ? [
          [
            `\`${name}\``,
            write ? 'yes' : '',
            ...staffRoles.map((role) => (access.staff.includes(role) ? 'yes' : '')),
          ],
        ]
      : [],
  )
  return heading + toTable(['Action', 'Change', ...staffRoles], rows)
}

/** A table in Markdown, its columns as wide as their widest cell. */
function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, 3, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('')
}
