import type { Terminal } from '../terminal.ts'
import type { OpenService } from './open-service.ts'
import { configurationFrom, openService } from './open-service.ts'

/**
 * Does something with the database of the settings, beside the running service or without it, and closes it afterwards.
 *
 * @throws WrongCall in plain words where the settings are wrong or the database cannot be used
 */
export const withService = async (
  { complain }: Pick<Terminal, 'complain'>,
  work: (service: OpenService) => Promise<void>,
): Promise<void> => {
  const lost = (): void => complain('A connection to the database was lost.\n')
  const service = await openService(configurationFrom(process.env), lost)
  try {
    await work(service)
  } finally {
    await service.close()
  }
}
