import { Command } from 'commander'
import { counted } from '#procedure/in-words.ts'
import { rebuildSchedules } from '../service/rebuild-schedules.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'

const help = `
What is due is worked out from what was recorded, and kept so that lists are quick. This works all of it out again, as
after a new version of Alongside. People can go on working meanwhile. It takes the settings that serve takes.

Examples:
  alongside rebuild
  DATA=data-large npm run -s alongside -- rebuild`

const sayEvery = 1000

/** `alongside rebuild`: works out again what lists show as due, in every case. */
export const rebuildCommand = (terminal: Terminal): Command =>
  new Command('rebuild')
    .description('work out again what is due in every case, from what was recorded')
    .addHelpText('after', help)
    .action(() =>
      withService(terminal, async (service) => {
        const authorities = await service.deps.store.authorities()
        if (authorities.length === 0) terminal.write('There is no authority in this database yet.\n')
        for (const authority of authorities) {
          const cases = await rebuildSchedules(service, authority, (done) => {
            if (done % sayEvery === 0) terminal.write(`  ${authority.name}: ${done} cases so far\n`)
          })
          terminal.write(`${authority.name}: ${counted(cases, 'case')} worked out again\n`)
        }
      }),
    )
