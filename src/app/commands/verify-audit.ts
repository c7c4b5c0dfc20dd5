import { Command } from 'commander'
import { timeInWords } from '#web/time-in-words.ts'
import { verifyAudit } from '#storage/audit.ts'
import type { AuditCheck } from '#storage/audit.ts'
import { counted } from '#procedure/in-words.ts'
import type { OpenService } from '../service/open-service.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'

const help = `
Each entry of the audit holds a fingerprint of the one before it, so that one changed, taken out or put in afterwards is
found. What was written in the last second or so is not in that chain yet: it says how much waits, and since when, which is
long only while nothing of Alongside runs. Write the last fingerprint down elsewhere: as long as a later check still comes by it, nothing was cut off. Leaves
with 1 where something is wrong. It takes the settings that serve takes.

Example:
  alongside verify-audit`

const waitingInWords = ({ waiting, waitingSince }: AuditCheck): string =>
  waitingSince === null
    ? ''
    : `; ${counted(waiting, 'more entry', 'more entries')} not sealed yet, the first since ${timeInWords(waitingSince)}`

const inWords = (check: AuditCheck): string => {
  const { entries, hash, brokenAt, waiting } = check
  if (brokenAt !== null)
    return `broken at entry ${brokenAt}. From there on it is not what was written. Keep the database as it is, and compare it with a backup.`
  if (entries === 0 && waiting === 0) return 'nothing has been written yet'
  const chain = `${counted(entries, 'entry', 'entries')}, each in its place`
  return `${chain}${entries === 0 ? '' : `; last fingerprint ${hash}`}${waitingInWords(check)}`
}

/** Says of each authority whether its audit is whole, and leaves with 1 where one is not. */
export const tellOfAudit = async ({ deps, pool }: OpenService, terminal: Terminal): Promise<void> => {
  const authorities = await deps.store.authorities()
  if (authorities.length === 0) terminal.write('There is no authority in this database yet.\n')
  for (const { id, name } of authorities) {
    const check = await verifyAudit(pool, id)
    terminal.write(`${name}: ${inWords(check)}\n`)
    if (check.brokenAt !== null) terminal.leaveWith(1)
  }
}

/** `alongside verify-audit`: whether the record of who saw and who changed what is whole. Exit status 1 where it is not. */
export const verifyAuditCommand = (terminal: Terminal): Command =>
  new Command('verify-audit')
    .description('check that the record of who saw and who changed what is whole')
    .addHelpText('after', help)
    .action(() => withService(terminal, (service) => tellOfAudit(service, terminal)))
