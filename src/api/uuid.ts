/**
 * A random UUID (version 4). WeChat has no crypto; Math.random is enough since a key need not be secret, only not be met twice by one
 * account, and the time keeps two runs apart that were seeded alike.
 */
export function newKey(): string {
  let time = Date.now()
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = (Math.random() * 16 + time) % 16 | 0
    time = Math.floor(time / 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
}
