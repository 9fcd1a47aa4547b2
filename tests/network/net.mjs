// Starts one AT-protocol network on loopback, says where it is in one line of JSON, and ends with its parent.
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'

const port = (name) => Number(process.env[name]) || undefined
const { TestNetwork } = createRequire(path.join(process.env.NETWORK_MODULES, 'package.json'))('@atproto/dev-env')

// The servers would listen on every interface, and their admin password is public: keep them on loopback.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number' && typeof rest[0] !== 'string') {
    return listen.call(this, first, '127.0.0.1', ...rest)
  }
  return listen.call(this, first, ...rest)
}

let network
let ending = false
async function end() {
  if (ending) return
  ending = true
  setTimeout(() => process.exit(0), 5000)
  try {
    await network?.close()
  } finally {
    process.exit(0)
  }
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
process.stdin.on('end', end).on('close', end).on('error', end).resume()

console.log = console.info = console.error // stdout carries the one line and nothing else
network = await TestNetwork.create({
  dbPostgresUrl: process.env.DB_POSTGRES_URL,
  dbPostgresSchema: 'bskyb', // no digits allowed
  plc: { port: port('PLC_PORT') },
  pds: { port: port('PDS_PORT'), hostname: 'localhost' },
  bsky: {
    port: port('BSKY_PORT'),
    publicUrl: `http://localhost:${process.env.BSKY_PORT}`,
    dbPostgresSchema: 'bskyb',
  },
  ozone: { port: port('OZONE_PORT') },
})
process.stdout.write(
  JSON.stringify({ pds: network.pds.url, bsky: network.bsky.url, plc: network.plc.url }) + '\n',
)
