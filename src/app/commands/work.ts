import { Command } from 'commander'
import { configurationFrom } from '../service/open-service.ts'
import { stopSignals } from '../service/stop-signals.ts'
import { work } from '../service/work.ts'
import type { Terminal } from '../terminal.ts'

const help = `
The service does this by itself while it runs. Run this beside it where messages are to be delivered by a process of their
own; any number of both may share a database. It takes the settings that serve takes, the same ones: MAIL, MAIL_FROM,
BASE_URL and DIGEST_AT among them.

Examples:
  alongside work
  DIGEST_AT=07:30 alongside work`

/** `alongside work`: delivers messages and makes the daily digests, until it is stopped. */
export const workCommand = (terminal: Terminal): Command =>
  new Command('work')
    .description('deliver messages and make the daily digests, without serving pages')
    .addHelpText('after', help)
    .action(async () => {
      const configuration = configurationFrom(process.env)
      const { signal, release } = stopSignals()
      try {
        await work(configuration, signal, terminal)
      } finally {
        release()
      }
    })
