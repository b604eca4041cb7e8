/** Holds the embedded database of a folder until it is killed: `holdDatabase.ts <dir> <port>`. Says where it is on one line. */
import { startEmbedded } from '../../cloudfunctions/database/embedded'

const [dir = '', port = '0'] = process.argv.slice(2)
startEmbedded(dir, { port: Number(port) }).then((database) => {
  database.announce('http://127.0.0.1:8787')
  console.log(JSON.stringify({ adminUrl: database.adminUrl, appUrl: database.appUrl, port: database.port }))
  setInterval(() => undefined, 60_000)
}).catch((error: Error) => { console.error(error); process.exitCode = 1 })
