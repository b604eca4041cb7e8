/** SHA-256 (FIPS 180-4) and base64: WeChat has no crypto, and a browser has it only over HTTPS. */
const round = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const start = primes(8).map((prime) => fraction(Math.sqrt(prime)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) >>> 0
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** @returns hex */
export function sha256(bytes: Uint8Array): string {
  const whole = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(whole.length - 4, bytes.length << 3)
  const hash = Uint32Array.from(start)
  const word = new Uint32Array(64)
  for (let block = 0; block < whole.length; block += 64) {
    for (let n = 0; n < 64; n += 1) {
      if (n < 16) word[n] = view.getUint32(block + n * 4)
      else {
        const [a, b] = [word[n - 15]!, word[n - 2]!]
        word[n] = word[n - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + word[n - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
      }
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
    for (let n = 0; n < 64; n += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + round[n]! + word[n]!) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((part, n) => { hash[n] = hash[n]! + part })
  }
  return [...hash].map((part) => part.toString(16).padStart(8, '0')).join('')
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += letters[three >> 18]! + letters[(three >> 12) & 63]! + (at + 1 < bytes.length ? letters[(three >> 6) & 63]! : '=') + (at + 2 < bytes.length ? letters[three & 63]! : '=')
  }
  return text
}
