/** `npm run db -- migrate|seed|reset|check|reseal|key`, on DATABASE_URL or the embedded database. */
import { newKey, sealsFromEnvironment } from '../runtime/keys'
import { asOwner, checkDatabase, dropEverything, migrate, withClient } from './migrate'
import { databasePlace, type DatabasePlace } from './places'
import { listPlain, reseal } from './reseal'

const commands: Record<string, (place: DatabasePlace, flags: string[]) => Promise<void>> = {
  async migrate(place) {
    const applied = await migrate(place.adminUrl, place)
    if (applied.length > 0) await sealWhatIsPlain(place)
    console.log(applied.length > 0 ? `已执行 applied:\n  ${applied.join('\n  ')}` : '已是最新 up to date')
  },

  async seed(place) {
    await migrate(place.adminUrl, place)
    if (await countAccounts(place) > 0) throw new Error('数据库里已有数据；要重来请用 reset。\nThere are people in this database already; `reset` begins anew.')
    const { seedDemonstration } = await import('./seed/demonstration')
    await withClient(place.adminUrl, (client) => seedDemonstration(client, { now: new Date(), seals: sealsOf(place) }))
    console.log('演示数据已写入 demonstration data written')
  },

  async reset(place, flags) {
    if (!flags.includes('--yes') && !(await isDemonstration(place))) {
      throw new Error('这里不是演示数据，清空后无法恢复；确实要清空请加 --yes。\nThis is not demonstration data and cannot be brought back; add --yes if you mean it.')
    }
    await dropEverything(place.adminUrl)
    await migrate(place.adminUrl, place)
    console.log('已清空并重建 emptied and migrated')
  },

  async reseal(place) {
    const done = await reseal(place.adminUrl, sealsOf(place), { onStep: (field, rows) => console.log(`  ${field} +${rows}`) })
    for (const { field, sealed, renewed, broken } of done) console.log(`${field}: ${sealed} 封存 sealed, ${renewed} 换新 renewed, ${broken.length} 打不开 do not open`)
    const broken = done.flatMap((one) => one.broken.map((id) => `  ${one.field} ${id}`))
    if (broken.length > 0) throw new Error(`有 ${broken.length} 行打不开，原样留着；钥匙不全时先把旧钥匙加回 ZXH_KEYS 再来一次。\n${broken.length} rows do not open and were left as they are; if a key is missing put it back into ZXH_KEYS and do this again.\n${broken.slice(0, 20).join('\n')}`)
  },

  async check(place) {
    const problems = [...(await checkDatabase(place.adminUrl, place)), ...(await listPlain(place.adminUrl))]
    if (problems.length > 0) throw new Error(problems.join('\n'))
    console.log('没有问题 no problems')
  },
}

const data = process.env.ZXH_DATA ?? '.data'
const sealsOf = (place: DatabasePlace) => sealsFromEnvironment(process.env, place.embedded ? data : null)

/** Without keys the numbers stay where they are, and it is said. */
async function sealWhatIsPlain(place: DatabasePlace): Promise<void> {
  const plain = await listPlain(place.adminUrl)
  if (plain.length === 0) return
  if (place.embedded || process.env.ZXH_KEYS) await commands.reseal!(place, [])
  else console.error(plain.join('\n'))
}

async function countAccounts(place: DatabasePlace): Promise<number> {
  return await withClient(place.adminUrl, (client) => asOwner(client, async () =>
    (await client.query<{ count: number }>('select count(*)::int as count from account')).rows[0]!.count))
}

/** Invented people, or nobody at all. */
async function isDemonstration(place: DatabasePlace): Promise<boolean> {
  return await withClient(place.adminUrl, (client) => asOwner(client, async () => {
    const { rows } = await client.query<{ made: boolean }>(`select to_regclass('public.demonstration') is not null and to_regclass('public.account') is not null as made`)
    if (!rows[0]!.made) return (await client.query('select from pg_class where relnamespace = $1::regnamespace limit 1', ['public'])).rowCount === 0
    return (await client.query<{ yes: boolean }>('select exists (select from demonstration) or not exists (select from account) as yes')).rows[0]!.yes
  }))
}

async function main([name = '', ...flags]: string[]): Promise<void> {
  // Needs no database: a server without a key does not start.
  if (name === 'key') return console.log(newKey())
  const command = commands[name]
  if (!command) throw new Error(`npm run db -- ${[...Object.keys(commands), 'key'].join(' | ')}`)
  const place = await databasePlace(process.env, data)
  try { await command(place, flags) } finally { await place.stop() }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
