import { phases } from '../phase/phases.ts'
import { actionList } from './actions.ts'
import { can } from './can.ts'
import { roles, settings } from './roles.ts'

/**
 * The policy as the Markdown table that stands in SPEC.md: a row per action and setting, a column per phase,
 * the roles that may by their first letter (M member, B board, P professional, C coordinator), a dot for nobody.
 */
export function printMatrix(): string {
  const rows = [
    `| action | setting | ${phases.join(' | ')} |`,
    `|---|---|${phases.map(() => '---|').join('')}`,
  ]
  for (const action of actionList) {
    for (const setting of settings) {
      const cells = phases.map((phase) => {
        const may = roles.filter((role) => can({ role, standing: 'in', setting, phase }, action))
        return may.length === 0 ? '·' : may.map((role) => role[0]?.toUpperCase()).join(' ')
      })
      rows.push(`| ${action} | ${setting} | ${cells.join(' | ')} |`)
    }
  }
  return rows.join('\n')
}
