/** Where the database is: a server named in the environment, or the embedded one in `.data/`. */
import type { Embedded } from './embedded'

export type DatabasePlace = Pick<Embedded, 'adminUrl' | 'appUrl' | 'announce' | 'stop'> & { embedded: boolean }

/**
 * DATABASE_URL is the login that serves; DATABASE_ADMIN_URL the one that migrates, the same when absent.
 * Without them PostgreSQL is started here and must be stopped with `stop()`.
 * @throws AlreadyRunning when another process has the embedded one.
 */
export async function databasePlace(env: NodeJS.ProcessEnv = process.env, dir = '.data'): Promise<DatabasePlace> {
  const appUrl = env.DATABASE_URL
  if (appUrl) return { appUrl, adminUrl: env.DATABASE_ADMIN_URL || appUrl, embedded: false, announce: () => undefined, stop: async () => undefined }
  // Loaded only here: the cloud functions have no PostgreSQL to start.
  const { startEmbedded } = await import('./embedded')
  return { ...(await startEmbedded(dir)), embedded: true }
}
