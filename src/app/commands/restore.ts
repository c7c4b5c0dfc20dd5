import { resolve } from 'node:path'
import { Command } from 'commander'
import { counted } from '#procedure/in-words.ts'
import { restoreBackup } from '#storage/backup/restore-backup.ts'
import { configurationFrom, reachAsOwner } from '../service/open-service.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'
import { tellOfTables } from './backup.ts'
import { tellOfAudit } from './verify-audit.ts'

const help = `
Puts everything that a backup holds into an empty database, all of it or nothing, brings it up to date, and checks the
audit. Broken off in the middle, it has changed nothing and can be called again. It takes the settings that serve takes.

Examples:
  DATA=data-restored npm run -s alongside -- restore /backups/2026-03-06.backup
  DATABASE_URL=postgresql://... SECRET=... alongside restore /backups/2026-03-06.backup`

/** `alongside restore FILE`: everything in a backup, into an empty database. */
export const restoreCommand = (terminal: Terminal): Command =>
  new Command('restore')
    .description('put everything in a backup into an empty database')
    .argument('<file>', 'what alongside backup has written')
    .addHelpText('after', help)
    .action(async (file: string) => {
      const path = resolve(terminal.calledFrom, file)
      const { owner, close } = await reachAsOwner(configurationFrom(process.env))
      try {
        const tables = await restoreBackup(owner, path, tellOfTables(terminal)).catch((error: unknown) => {
          throw new WrongCall(`Nothing was restored. ${(error as Error).message}`)
        })
        const rows = Object.values(tables).reduce((sum, one) => sum + one.rows, 0)
        terminal.write(
          `${counted(rows, 'row')} of ${counted(Object.keys(tables).length, 'table')} are there again\n`,
        )
        await withService(terminal, (service) => tellOfAudit(service, terminal))
      } finally {
        await close()
      }
    })
