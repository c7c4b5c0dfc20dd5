import { Command } from 'commander'
import { verifyAudit } from '#storage/audit.ts'
import type { AuditCheck } from '#storage/audit.ts'
import { counted } from '#procedure/in-words.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'

const help = `
Each entry of the audit holds a fingerprint of the one before it, so that one changed, taken out or put in afterwards is
found. Write the last fingerprint down elsewhere: as long as a later check still comes by it, nothing was cut off. Leaves
with 1 where something is wrong. It takes the settings that serve takes.

Example:
  alongside verify-audit`

const inWords = ({ entries, hash, brokenAt }: AuditCheck): string => {
  if (brokenAt !== null)
    return `broken at entry ${brokenAt}. From there on it is not what was written. Keep the database as it is, and compare it with a backup.`
  if (entries === 0) return 'nothing has been written yet'
  return `${counted(entries, 'entry', 'entries')}, each in its place; last fingerprint ${hash}`
}

/** `alongside verify-audit`: whether the record of who saw and who changed what is whole. Exit status 1 where it is not. */
export const verifyAuditCommand = (terminal: Terminal): Command =>
  new Command('verify-audit')
    .description('check that the record of who saw and who changed what is whole')
    .addHelpText('after', help)
    .action(() =>
      withService(terminal, async ({ deps, pool }) => {
        const authorities = await deps.store.authorities()
        if (authorities.length === 0) terminal.write('There is no authority in this database yet.\n')
        for (const { id, name } of authorities) {
          const check = await verifyAudit(pool, id)
          terminal.write(`${name}: ${inWords(check)}\n`)
          if (check.brokenAt !== null) terminal.leaveWith(1)
        }
      }),
    )
