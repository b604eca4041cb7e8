/** A database of its own for each test file, copied from the migrated and seeded template. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../cloudfunctions/database/migrate'

export interface TestDatabase {
  /** As zx_login (or the login of the run): may become zx_app or zx_jobs, and nothing else. */
  appUrl: string
  /** May become zx_owner. */
  adminUrl: string
  /** Ends its connections and removes it. */
  drop(): Promise<void>
}

/** Migrated, and holding the demonstration data as of 2026-11-20 13:00 in Shanghai. */
export async function freshDatabase(): Promise<TestDatabase> {
  return await make(`template ${inject('cluster').template}`)
}

/** Holding nothing, not even tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return await make('')
}

async function make(how: string): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `zx_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withClient(cluster.adminUrl, (client) => client.query(`create database ${name} ${how}`))
  return {
    appUrl: new URL(`/${name}`, cluster.appUrl).href,
    adminUrl: new URL(`/${name}`, cluster.adminUrl).href,
    drop: async () => { await withClient(cluster.adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`)) },
  }
}
