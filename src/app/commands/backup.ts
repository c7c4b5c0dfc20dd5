import { resolve } from 'node:path'
import { Command } from 'commander'
import { counted } from '#procedure/in-words.ts'
import { writeBackup } from '#storage/backup/write-backup.ts'
import { configurationFrom, reachAsOwner } from '../service/open-service.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

const help = `
Everything in the database as it is at this moment, in one file. People can go on working meanwhile. It takes the settings
that serve takes. What is not in it: the secret that signs cookies, and the settings.

It holds everything about every family, and is not encrypted. Only you may read the file; keep it where that stays so.

Examples:
  alongside backup /backups/2026-03-06.backup
  DATA=data-large npm run -s alongside -- backup large.backup`

/** A line for each table and for each further step of a long one. */
export const tellOfTables =
  ({ write }: Pick<Terminal, 'write'>) =>
  (table: string, rows: number): void =>
    write(`  ${table}: ${counted(rows, 'row')}\n`)

/** `alongside backup FILE`: everything in the database, in one file. */
export const backupCommand = (terminal: Terminal): Command =>
  new Command('backup')
    .description('write everything in the database into one file')
    .argument('<file>', 'a file that is not there yet')
    .addHelpText('after', help)
    .action(async (file: string) => {
      const path = resolve(terminal.calledFrom, file)
      const { owner, close } = await reachAsOwner(configurationFrom(process.env))
      try {
        const tables = await writeBackup(owner, path, tellOfTables(terminal)).catch((error: unknown) => {
          throw new WrongCall(`Nothing was backed up. ${(error as Error).message}`)
        })
        const rows = Object.values(tables).reduce((sum, one) => sum + one.rows, 0)
        terminal.write(
          `${counted(rows, 'row')} of ${counted(Object.keys(tables).length, 'table')} in ${path}\nIt holds everything about every family, and is not encrypted: keep it where nobody else can read it.\n`,
        )
      } finally {
        await close()
      }
    })
