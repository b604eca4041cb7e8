/** The browser's own window for files. @returns null when nothing was chosen */
export function chooseTable(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    // Others may be chosen as well: what they are, and what to do, the server says.
    input.accept = '.xlsx,.xls,.csv'
    input.style.display = 'none'
    const done = () => {
      resolve(input.files?.[0] ?? null)
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    document.body.append(input)
    input.click()
  })
}
